using System.Security.Claims;

namespace Tongban.Hall.Platform.Proceedings;

/// <summary>Who stands behind the request at hand.</summary>
public sealed class Request(IHttpContextAccessor http, CityTime time)
{
    public Actor Actor => http.HttpContext?.User is { Identity.IsAuthenticated: true } user
        ? new Actor(KindOf(user), Id(user))
        : AtKiosk.Of(http.HttpContext) is { } kiosk ? new Actor(ActorKind.Kiosk, kiosk)
        : new Actor(ActorKind.Anonymous, "anonymous");

    public Proceeding Proceeding(string? reason = null) => new(Actor, time.Now) { For = For, Office = http.HttpContext?.User.FindFirstValue(ClaimNames.Authority), Reason = reason, Kiosk = AtKiosk.Of(http.HttpContext) };

    /// <summary>The signed-in citizen's account; null: nobody, or a program.</summary>
    public Guid? AccountId => Actor is { Kind: ActorKind.Citizen } citizen ? Guid.Parse(citizen.Id) : null;

    /// <summary>For whom the signed-in person acts at this moment, when it is another: the session says so, and each request asks it anew.</summary>
    public Behalf? For => http.HttpContext?.User is { } user
        && Guid.TryParse(user.FindFirstValue(ClaimNames.Party), out var party) && Guid.TryParse(user.FindFirstValue(ClaimNames.Mandate), out var mandate)
        ? new Behalf(party, mandate) : null;

    /// <summary>Whose cases, licences and messages these pages are about: the party acted for, or else the person.</summary>
    public Guid? PartyId => AccountId is { } own ? For?.PartyId ?? own : null;

    /// <summary>The same, with how far he may go there.</summary>
    public Party? Party => AccountId is not { } own ? null : For is not { } behalf ? own : new Party(
        behalf.PartyId, Enum.Parse<PartyKind>(Claim(ClaimNames.PartyKind)), Enum.Parse<MandateActions>(Claim(ClaimNames.Actions)),
        http.HttpContext!.User.FindAll(ClaimNames.Item).Select(c => c.Value).ToList() is { Count: > 0 } items ? items : null);

    private string Claim(string name) => http.HttpContext!.User.FindFirstValue(name)!;

    private static ActorKind KindOf(ClaimsPrincipal user) =>
        user.FindFirstValue("client_id") is not null ? ActorKind.ApiClient
        : user.Identities.Any(i => i.AuthenticationType == ClaimNames.StaffIdentity) ? ActorKind.Staff
        : ActorKind.Citizen;

    private static string Id(ClaimsPrincipal user) => user.FindFirstValue("client_id")
        ?? user.FindFirstValue(ClaimTypes.NameIdentifier)
        ?? throw new InvalidOperationException("A signed-in user without an identifier.");
}

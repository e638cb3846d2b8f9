using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Mandates;

namespace Tongban.Hall.Services.Identity;

/// <summary>What a session says of its person. Made anew for each request from the session's row, so that what changed there holds at once.</summary>
internal static class SessionPrincipal
{
    /// <param name="acting">For whom the session acts; null while it names a mandate: that mandate is over.</param>
    public static ClaimsPrincipal Of(Session session, string name, RealNameLevel level, Acting? acting = null) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, session.AccountId.ToString()),
            new Claim(ClaimTypes.Name, name),
            new Claim(ClaimNames.Level, ((int)level).ToString(CultureInfo.InvariantCulture)),
            new Claim(ClaimNames.Session, session.Id.ToString()),
            new Claim(ClaimNames.SignedInAt, session.StartedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
            .. acting is not null ? Of(acting) : session.MandateId is not null ? [new Claim(ClaimNames.MandateOver, "true")] : Array.Empty<Claim>(),
        ], IdentityConstants.ApplicationScheme));

    private static IEnumerable<Claim> Of(Acting acting)
    {
        var mandate = acting.Mandate;
        yield return new Claim(ClaimNames.Party, mandate.PartyId.ToString());
        yield return new Claim(ClaimNames.PartyKind, mandate.PartyKind.ToString());
        yield return new Claim(ClaimNames.PartyName, acting.PartyName);
        yield return new Claim(ClaimNames.Mandate, mandate.Id.ToString());
        yield return new Claim(ClaimNames.MandateKind, mandate.Kind.ToString());
        yield return new Claim(ClaimNames.Actions, mandate.Actions.ToString());
        foreach (var item in mandate.ItemIds ?? []) yield return new Claim(ClaimNames.Item, item);
        if (mandate.Until is { } last) yield return new Claim(ClaimNames.Until, last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    public static Guid? SessionOf(ClaimsPrincipal? user) => Guid.TryParse(user?.FindFirstValue(ClaimNames.Session), out var id) ? id : null;
}

using System.Security.Claims;

namespace Tongban.Hall.Platform.Proceedings;

/// <summary>Who stands behind the request at hand.</summary>
public sealed class Request(IHttpContextAccessor http, CityTime time)
{
    public Actor Actor => http.HttpContext?.User is { Identity.IsAuthenticated: true } user
        ? new Actor(user.FindFirstValue("client_id") is null ? ActorKind.Citizen : ActorKind.ApiClient, Id(user))
        : new Actor(ActorKind.Anonymous, "anonymous");

    public Proceeding Proceeding(string? reason = null) => new(Actor, time.Now) { Reason = reason };

    /// <summary>The signed-in citizen's account; null: nobody, or a program.</summary>
    public Guid? AccountId => Actor is { Kind: ActorKind.Citizen } citizen ? Guid.Parse(citizen.Id) : null;

    private static string Id(ClaimsPrincipal user) => user.FindFirstValue("client_id")
        ?? user.FindFirstValue(ClaimTypes.NameIdentifier)
        ?? throw new InvalidOperationException("A signed-in user without an identifier.");
}

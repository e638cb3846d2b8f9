using System.Security.Claims;
using System.Text.Json;
using OpenIddict.Abstractions;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.TransparencyLog;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Tongban.Hall.Systems.OpenInterface.SignOn;

/// <summary>What an id token says of a member of staff: the post at hand, as it is now. There is no consent to stand behind userinfo,
/// so all of it stands in the id token, which goes to the program alone.</summary>
public sealed class StaffClaims(StaffSessions sessions, HallKeys keys)
{
    public const string Staff = "staff";

    // For the hall alone: it stands in the code, which is encrypted.
    private const string SessionId = "hall_staff_session";

    public static bool IsOne(ClaimsPrincipal shown) => shown.HasClaim(c => c.Type == SessionId);

    public ClaimsIdentity Of(StaffSession session, PostView post, OpenIddictRequest asked)
    {
        var identity = new ClaimsIdentity("sign-on", Claims.Name, Claims.Role);
        // Never the same name as a citizen's, also where both numbers were alike.
        identity.SetClaim(Claims.Subject, Pseudonym.Of(Notary.Hash, keys.Pseudonym, "staff-sub", $"{asked.ClientId}:{session.MemberId}"));
        identity.SetClaim(SessionId, session.Id.ToString()).SetClaim(Claims.AuthenticationTime, session.StartedAt.ToUnixTimeSeconds());
        identity.SetScopes(asked.GetScopes());
        return Describe(identity, post);
    }

    /// <summary>The same when the code is redeemed; null: the session or the post has ended.</summary>
    public async Task<ClaimsIdentity?> AgainAsync(ClaimsPrincipal shown) =>
        await sessions.RunningAsync(Guid.Parse(shown.GetClaim(SessionId)!)) is { } running ? Describe(((ClaimsIdentity)shown.Identity!).Clone(), running.Post) : null;

    private static ClaimsIdentity Describe(ClaimsIdentity identity, PostView post)
    {
        if (identity.HasScope(SignOnScopes.Profile)) identity.SetClaim(Claims.Name, post.Member.Name);
        if (identity.HasScope(SignOnScopes.Staff)) identity.SetClaim(Staff, JsonSerializer.SerializeToElement(new
        {
            number = post.Member.Number, authority = post.Authority.Uscc, authority_name = post.Authority.NameZh, region = post.Authority.RegionCode,
            office = post.Office.NameZh, roles = post.Post.RoleList.Select(r => r.ToString()), stands_in_for = post.StandsInFor?.Number,
        }));
        return identity.SetDestinations(Reach);
    }

    private static IEnumerable<string> Reach(Claim claim) => claim.Type switch
    {
        Claims.Subject => [Destinations.AccessToken, Destinations.IdentityToken],
        Claims.AuthenticationTime or Claims.Name or Staff => [Destinations.IdentityToken],
        _ => [],
    };
}

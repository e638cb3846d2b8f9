using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity;

/// <summary>What a session says of its person. Made anew for each request from the session's row, so that what changed there holds at once.</summary>
internal static class SessionPrincipal
{
    public static ClaimsPrincipal Of(Session session, string name, RealNameLevel level) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, session.AccountId.ToString()),
            new Claim(ClaimTypes.Name, name),
            new Claim(ClaimNames.Level, ((int)level).ToString(CultureInfo.InvariantCulture)),
            new Claim(ClaimNames.Session, session.Id.ToString()),
            new Claim(ClaimNames.SignedInAt, session.StartedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
        ], IdentityConstants.ApplicationScheme));

    public static Guid? SessionOf(ClaimsPrincipal? user) => Guid.TryParse(user?.FindFirstValue(ClaimNames.Session), out var id) ? id : null;
}

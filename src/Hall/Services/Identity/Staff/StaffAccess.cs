using Microsoft.AspNetCore.Authorization;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Staff;

/// <summary>Who of the staff may open a page: <c>[StaffOnly]</c> for all, or for holders of one of the roles named.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StaffOnlyAttribute : AuthorizeAttribute
{
    /// <summary>The cookie scheme in which members of staff sign in: apart from the citizens' one.</summary>
    public const string Scheme = ClaimNames.StaffIdentity;

    public StaffOnlyAttribute(params StaffRole[] roles)
    {
        Policy = Scheme;
        if (roles.Length > 0) Roles = string.Join(',', roles);
    }
}

using Tongban.Hall.Platform.Outcomes;

namespace Tongban.Hall.Services.Identity.Staff;

/// <summary>三员分立: who administers the system, who guards it and who audits both are three people, and none of them handles cases.</summary>
public static class RoleSeparation
{
    private static readonly StaffRole[] Administrators = [StaffRole.SystemAdministrator, StaffRole.SecurityAdministrator, StaffRole.AuditAdministrator];

    /// <summary>Whether one person may hold all these roles, over all his posts; null: he may.</summary>
    public static Refusal? Check(IEnumerable<StaffRole> roles)
    {
        var held = roles.ToHashSet();
        return held.Count == 0 ? Refusals.PostRoles : held.Overlaps(Administrators) && held.Count > 1 ? Refusals.RolesSeparated : null;
    }
}

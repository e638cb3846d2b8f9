using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Services.Identity.Staff;

/// <summary>What roles are called on the screen.</summary>
public static class RoleNames
{
    public static string Of(StaffRole role) => role switch
    {
        StaffRole.Clerk => L("窗口人员", "Clerk"),
        StaffRole.Handler => L("承办人", "Handler"),
        StaffRole.Checker => L("审核人", "Checker"),
        StaffRole.Approver => L("批准人", "Approver"),
        StaffRole.Head => L("负责人", "Head of authority"),
        StaffRole.Supervisor => L("监察员", "Supervisor"),
        StaffRole.CatalogueManager => L("事项管理员", "Catalogue manager"),
        StaffRole.SystemAdministrator => L("系统管理员", "System administrator"),
        StaffRole.SecurityAdministrator => L("安全管理员", "Security administrator"),
        _ => L("审计管理员", "Audit administrator"),
    };

    public static string Of(Post post) => string.Join(L("、", ", "), post.RoleList.Select(Of));
}

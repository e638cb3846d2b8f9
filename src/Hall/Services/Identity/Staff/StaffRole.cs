namespace Tongban.Hall.Services.Identity.Staff;

/// <summary>What a post lets its holder do. The three administrators are separated: none may also be another of the three,
/// and none handles cases (三员分立, GB/T 22239).</summary>
public enum StaffRole
{
    /// <summary>窗口人员: accepts at a hall's counter.</summary>
    Clerk,

    /// <summary>承办、审核、批准: the three steps of a review.</summary>
    Handler, Checker, Approver,

    /// <summary>负责人: the head of the authority, who alone may extend a limit.</summary>
    Head,

    /// <summary>监察员.</summary>
    Supervisor,

    /// <summary>事项管理员.</summary>
    CatalogueManager,

    /// <summary>系统管理员: authorities, offices, posts, accounts of staff.</summary>
    SystemAdministrator,

    /// <summary>安全管理员: roles, programs, kiosks, keys.</summary>
    SecurityAdministrator,

    /// <summary>审计管理员: reads what the others did, changes nothing.</summary>
    AuditAdministrator,
}

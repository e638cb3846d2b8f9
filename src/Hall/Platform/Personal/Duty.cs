using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Platform.Personal;

/// <summary>A duty to keep: why, and until when. The one place where these periods stand; whoever changes one changes the date beside it.</summary>
/// <param name="AsOf">The day on which the rule was last read.</param>
public sealed record Duty(Text Why, Text Until, DateOnly AsOf)
{
    /// <summary>机关文件材料归档范围和文书档案保管期限规定 (国家档案局令第 8 号): fixed periods are 30 and 10 years; files of licensing are kept for the longer one.</summary>
    public static readonly Duty Archive = new(
        new("归档：办结的行政许可、文书和证照是国家档案（国家档案局令第 8 号）", "Archives: closed cases, documents and licences are public records (Order 8 of the State Archives Administration)"),
        new("办结后 30 年", "30 years after closing"), new(2026, 11, 1));

    /// <summary>网络安全法: network logs are kept at least six months.</summary>
    public static readonly Duty Log = new(
        new("留痕：谁、什么时候、做了什么的日志要留存（网络安全法）", "Log: who did what and when must be kept (Cybersecurity Law)"),
        new("至少 6 个月；已归档的办件随档案保管", "at least six months; for archived cases as long as the archive"), new(2026, 11, 1));

    /// <summary>个人信息保护法 art. 13–15: whoever handles data by consent must be able to show it.</summary>
    public static readonly Duty Proof = new(
        new("证明：您同意过、撤回过什么，我们要能证明（个人信息保护法）", "Proof: we must be able to show what you agreed to and withdrew (Personal Information Protection Law)"),
        new("注销后 3 年", "3 years after closing"), new(2026, 11, 1));
}

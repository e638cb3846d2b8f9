using System.Text.Json.Nodes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Staff;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.Administration;

/// <summary>The audit log in words: what an event is called, and whom and what it was about.</summary>
public sealed class LogText(IReadOnlyDictionary<Guid, StaffMember> members, IReadOnlyDictionary<Guid, Office> offices)
{
    private static readonly Dictionary<string, Text> Names = new()
    {
        ["StaffSignedIn"] = new("登录", "Signed in"), ["StaffSignedOut"] = new("退出", "Signed out"), ["PostTaken"] = new("换岗位", "Took another post"),
        ["SecondFactorShown"] = new("再验证", "Showed the second factor again"), ["MemberGuardChanged"] = new("登录保护变动", "Sign-in guard"),
        ["RecoveryCodesIssued"] = new("换恢复码", "New recovery codes"), ["RecoveryCodeSpent"] = new("用恢复码", "Used a recovery code"),
        ["FactorResetAsked"] = new("提出重置验证器", "Asked for a factor reset"), ["FactorResetConfirmed"] = new("确认重置验证器", "Confirmed a factor reset"), ["FactorResetDropped"] = new("撤下重置验证器", "Dropped a factor reset"),
        ["MemberEntered"] = new("登记人员", "Entered a member"), ["PostProposed"] = new("提出岗位", "Proposed a post"), ["PostConfirmed"] = new("确认岗位", "Confirmed a post"), ["PostEnded"] = new("结束岗位", "Ended a post"),
        ["SubstitutionMade"] = new("安排代班", "Arranged a substitute"), ["SubstitutionEnded"] = new("结束代班", "Ended a substitution"),
        ["AuthorityEntered"] = new("登记机关", "Entered an authority"), ["AuthorityChanged"] = new("改机关", "Changed an authority"), ["AuthorityEnded"] = new("撤销机关", "Ended an authority"),
        ["OfficeOpened"] = new("开科室", "Opened an office"), ["OfficeChanged"] = new("改科室", "Changed an office"), ["OfficeEnded"] = new("撤销科室", "Ended an office"),
        ["CaseRead"] = new("打开办件", "Opened a case"), ["PersonalDataUnmasked"] = new("看完整个人信息", "Saw personal data in full"),
        ["AccountOpened"] = new("开户", "Opened an account"), ["SeenAtWindow"] = new("窗口查看、办理", "At the counter"), ["LevelRaised"] = new("提高实名等级", "Raised a level of identity"),
    };

    private static readonly Dictionary<string, Text> Fields = new()
    {
        ["memberId"] = new("人员", "member"), ["substituteId"] = new("代班人", "substitute"), ["officeId"] = new("科室", "office"), ["authorityUscc"] = new("机关", "authority"), ["uscc"] = new("机关", "authority"),
        ["what"] = new("变动", "what"), ["roles"] = new("角色", "roles"), ["number"] = new("工号", "number"), ["last"] = new("最后一天", "last day"), ["left"] = new("还剩", "left"),
        ["act"] = new("做了", "did"), ["papers"] = new("原件", "originals"), ["level"] = new("等级", "level"), ["postId"] = new("岗位", "post"), ["sessionId"] = new("会话", "session"),
        ["accountId"] = new("账户", "account"), ["caseId"] = new("办件", "case"), ["resetId"] = new("重置", "reset"), ["visitId"] = new("窗口记录", "visit"), ["substitutionId"] = new("代班", "substitution"),
    };

    private static readonly Dictionary<string, Text> Values = new()
    {
        ["signed in"] = new("登录成功", "signed in"), ["signed in, password hashed anew"] = new("登录成功，密码重新散列", "signed in, password hashed anew"), ["failed try"] = new("输错一次", "failed try"),
        ["locked"] = new("锁定", "locked"), ["unlocked"] = new("解锁", "unlocked"), ["password"] = new("自己换密码", "own password"), ["password reset"] = new("重置密码", "password reset"), ["second factor"] = new("加上验证器", "second factor enrolled"),
        ["Found"] = new("查到账户（打码）", "found the account (masked)"), ["Opened"] = new("开户", "opened it"), ["Raised"] = new("核对本人", "checked the person"), ["SlipPrinted"] = new("打印登录条", "printed a slip"),
        ["IdentityCard"] = new("居民身份证", "identity card"), ["TemporaryIdentityCard"] = new("临时居民身份证", "temporary identity card"), ["HouseholdRegister"] = new("户口簿", "household register"),
    };

    public static string NameOf(string happened) => Names.TryGetValue(happened, out var name) ? name.ToString() : happened;

    public string NumberOf(ProceedingEntry entry) => Guid.TryParse(entry.ActorId, out var id) && members.TryGetValue(id, out var member) ? member.Number : entry.ActorId;

    /// <summary>Fields of the event, in the order in which they stand there, without those that say nothing.</summary>
    public IEnumerable<(string Label, string Value)> About(ProceedingEntry entry) =>
        from field in entry.IsErased ? [] : JsonNode.Parse(entry.Payload)!.AsObject()
        where field.Value is not null && !(field.Key == "memberId" && field.Value.ToString() == entry.ActorId)
        select (Fields.TryGetValue(field.Key, out var label) ? label.ToString() : field.Key, Say(field.Value));

    private string Say(JsonNode value) => !Guid.TryParse(value.ToString(), out var id) ? InWords(value.ToString())
        : members.TryGetValue(id, out var member) ? $"{member.Number} {member.Name}"
        : offices.TryGetValue(id, out var office) ? L(office.NameZh, office.NameEn)
        // The end of an identifier is what tells it from others of the same minute.
        : "…" + id.ToString("N")[^8..];

    private static string InWords(string value) => Values.TryGetValue(value, out var known) ? known.ToString()
        : string.Join(L("、", ", "), value.Split(',').Select(part => Enum.TryParse<StaffRole>(part, out var role) && !char.IsAsciiDigit(part[0]) ? RoleNames.Of(role) : Values.TryGetValue(part, out var one) ? one.ToString() : part));
}

using System.Globalization;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web.Components;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.HomePages.Citizen;

/// <summary>The history of a case in plain words: who did what and when, and what comes next.</summary>
internal static class Timeline
{
    public static IReadOnlyList<TimelineEntry> Of(CaseDossier dossier, CityTime time)
    {
        var entries = dossier.Proceedings.Where(p => Words(p.Event) is not null)
            .Select(p => new TimelineEntry(Stamp(time.InCity(p.At)), Words(p.Event)!, Who(p, dossier))).ToList();
        if (dossier is { Case.State: CaseState.Submitted, Submission: { } submission })
            entries.Add(new TimelineEntry(
                L($"{submission.AcceptanceDueOn:yyyy-MM-dd} 前", $"by {submission.AcceptanceDueOn:yyyy-MM-dd}"),
                L("下一步：工作人员告诉您是否受理", "Next: a person tells you whether it is accepted"), L("主管部门", "The authority"), Coming: true));
        return entries;
    }

    public static string? Words(string what) => what switch
    {
        nameof(DraftBegun) => L("开始填写", "Began to fill in"),
        nameof(CaseSubmitted) => L("提交申请，收件凭证已出", "Submitted; the receipt was issued"),
        nameof(CaseAccepted) => L("受理，受理通知书已出", "Accepted; the notice was issued"),
        nameof(CaseDecided) => L("准予，决定书和证照已出", "Granted; decision and document were issued"),
        nameof(CaseReferred) => L("转由工作人员办", "Passed on to a person"),
        nameof(CaseRated) => L("评价", "Rated"),
        "LookedUp" => L("查询登记库", "Registers were looked up"),
        "MaterialUploaded" => L("上传材料", "A material was uploaded"),
        _ => null,
    };

    /// <summary>Null: a person did it.</summary>
    public static string? ByRules(ProceedingEntry entry) =>
        entry.Event is nameof(CaseAccepted) or nameof(CaseDecided) or nameof(CaseReferred) ? L("规则自动办理", "Done by rules") : null;

    private static string Who(ProceedingEntry entry, CaseDossier dossier) => ByRules(entry)
        ?? entry.ActorKind switch
        {
            ActorKind.Citizen when dossier.Agents.GetValueOrDefault(entry.ActorId) is { } agent => L($"{agent} 代办", $"{agent}, by mandate"),
            ActorKind.Citizen => L("您", "You"),
            ActorKind.ApiClient => L("经您授权的系统", "A system acting for you"),
            ActorKind.Staff => L("工作人员", "An officer"),
            ActorKind.Kiosk => L("自助终端", "A kiosk"),
            _ => L("系统", "The system"),
        };

    private static string Stamp(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

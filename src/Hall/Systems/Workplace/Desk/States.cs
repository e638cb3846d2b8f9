using Tongban.Hall.Cases;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.Workplace.Desk;

internal static class States
{
    public static readonly CaseState[] Seen = [CaseState.Submitted, CaseState.Accepted, CaseState.Decided, CaseState.Closed];

    public static string Of(CaseState state) => state switch
    {
        CaseState.Submitted => L("待受理", "To be accepted"),
        CaseState.Accepted => L("办理中", "Under way"),
        CaseState.Decided => L("已决定", "Decided"),
        CaseState.Closed => L("已办结", "Closed"),
        _ => L("草稿", "Draft"),
    };
}

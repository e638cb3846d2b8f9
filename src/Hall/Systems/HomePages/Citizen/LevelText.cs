using Tongban.Hall.Services.Identity;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.HomePages.Citizen;

public static class LevelText
{
    public static string Of(RealNameLevel level) => level switch
    {
        RealNameLevel.Declared => L("1 级：手机已核对", "Level 1: mobile checked"),
        RealNameLevel.Checked => L("2 级：另有证明已核对", "Level 2: more proofs checked"),
        _ => L("3 级：窗口当面核对", "Level 3: seen in person at a counter"),
    };
}

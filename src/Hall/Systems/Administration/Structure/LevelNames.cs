using Tongban.Hall.Services.Identity.Staff;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.Administration.Structure;

internal static class LevelNames
{
    public static string Of(RegionLevel level) => level switch
    {
        RegionLevel.City => L("市级", "City"),
        RegionLevel.District => L("区级", "District"),
        RegionLevel.Street => L("街道", "Street"),
        _ => L("社区", "Community"),
    };
}

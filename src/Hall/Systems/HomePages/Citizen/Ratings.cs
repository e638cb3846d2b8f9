using Tongban.Hall.Platform.Web.Components;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.HomePages.Citizen;

/// <summary>好差评: the five levels, in the order of the standard; none is chosen beforehand.</summary>
internal static class Ratings
{
    public static IReadOnlyList<Choice> Levels =>
    [
        new("5", L("非常满意", "Very satisfied")), new("4", L("满意", "Satisfied")), new("3", L("基本满意", "Fairly satisfied")),
        new("2", L("不满意", "Dissatisfied")), new("1", L("非常不满意", "Very dissatisfied")),
    ];
}

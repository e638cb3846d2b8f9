using Tongban.Decisions.Functions;
using Tongban.Decisions.Running;
using Tongban.Decisions.Syntax;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Dmn;

internal enum HitPolicy
{
    Unique,
    Any,
    Priority,
    First,
    Collect,
    RuleOrder,
    OutputOrder,
}

internal enum Aggregation
{
    None,
    Sum,
    Min,
    Max,
    Count,
}

/// <summary>Hit policies (8.2.10): what the rules that hit come to.</summary>
internal static class HitPolicies
{
    private static readonly (string Name, HitPolicy Policy)[] Names =
    [
        ("UNIQUE", HitPolicy.Unique), ("ANY", HitPolicy.Any), ("PRIORITY", HitPolicy.Priority), ("FIRST", HitPolicy.First),
        ("COLLECT", HitPolicy.Collect), ("RULE ORDER", HitPolicy.RuleOrder), ("OUTPUT ORDER", HitPolicy.OutputOrder),
    ];

    public static HitPolicy? Parse(string? name) => name is null
        ? HitPolicy.Unique
        : Names.Where(n => string.Equals(n.Name, name.Trim(), StringComparison.OrdinalIgnoreCase)).Select(n => (HitPolicy?)n.Policy).FirstOrDefault();

    public static Aggregation Aggregator(string? name) => Enum.TryParse<Aggregation>(name, true, out var aggregation) ? aggregation : Aggregation.None;

    public static string Short(HitPolicy policy, Aggregation aggregation) => Names[(int)policy].Name[..1] + aggregation switch
    {
        Aggregation.Sum => "+",
        Aggregation.Min => "<",
        Aggregation.Max => ">",
        Aggregation.Count => "#",
        _ => "",
    };

    public static bool GivesList(HitPolicy policy) => policy is HitPolicy.Collect or HitPolicy.RuleOrder or HitPolicy.OutputOrder;

    public static FeelValue Aggregate(Run run, Place place, Aggregation aggregation, FeelValue[] outputs) => aggregation switch
    {
        Aggregation.None => new FeelList(outputs),
        Aggregation.Count => NumberValue.Of(outputs.Length),
        Aggregation.Min => StatisticFunctions.Extreme(new FeelList(outputs), -1),
        Aggregation.Max => StatisticFunctions.Extreme(new FeelList(outputs), 1),
        _ => Sum(outputs),
    } ?? run.Fail(place, Messages.NoAggregate(aggregation.ToString().ToUpperInvariant()));

    private static FeelValue? Sum(FeelValue[] outputs)
    {
        FeelNumber? sum = FeelNumber.Zero;
        foreach (var output in outputs)
            sum = sum is { } so && output is NumberValue n ? FeelNumber.Add(so, n.Number) : null;
        return sum is { } total ? new NumberValue(total) : null;
    }
}

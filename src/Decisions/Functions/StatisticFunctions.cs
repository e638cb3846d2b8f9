using Tongban.Decisions.Numbers;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Functions;

/// <summary>Functions that sum a list up (10.3.4.4).</summary>
internal static class StatisticFunctions
{
    public static readonly (string, Body)[] All =
    [
        ("min(list...: list): element", (call, a) => Extreme(a[0], -1) ?? Nothing(call, a[0])),
        ("max(list...: list): element", (call, a) => Extreme(a[0], 1) ?? Nothing(call, a[0])),
        ("sum(list...: list): number", (call, a) => Numbers(a[0]) is { Length: > 0 } n ? Of(Sum(n)) : Nothing(call, a[0])),
        ("mean(list...: list): number", (call, a) => Numbers(a[0]) is { Length: > 0 } n ? Of(Mean(n)) : Nothing(call, a[0])),
        ("product(list...: list): number", (call, a) => Numbers(a[0]) is { Length: > 0 } n ? Of(n.Aggregate((FeelNumber?)FeelNumber.One, (x, y) => x is { } v ? FeelNumber.Multiply(v, y) : null)) : Nothing(call, a[0])),
        ("median(list...: list): number", (call, a) => Numbers(a[0]) is { Length: > 0 } n ? Of(Median(n)) : Nothing(call, a[0])),
        ("stddev(list...: list): number", (_, a) => Numbers(a[0]) is { Length: > 1 } n ? Of(Deviation(n)) : null),
        ("mode(list...: list): list", (_, a) => Numbers(a[0]) is { } n ? Mode(n) : null),
    ];

    private static FeelValue? Of(FeelNumber? number) => number is { } n ? new NumberValue(n) : null;

    // An empty list has no sum and no largest element: worth a word, but no mistake.
    private static FeelValue? Nothing(Call call, FeelValue? list) => ((FeelList)list!).Count == 0 ? call.Run.Pass(call.Place, Messages.EmptyList()) : null;

    private static FeelNumber[]? Numbers(FeelValue? value)
    {
        var list = (FeelList)value!;
        return list.All(i => i is NumberValue) ? [.. list.Select(i => ((NumberValue)i).Number)] : null;
    }

    public static FeelValue? Extreme(FeelValue? value, int sign)
    {
        var list = (FeelList)value!;
        if (list.Count == 0)
            return null;
        var best = list[0];
        foreach (var item in list)
        {
            if (Comparison.Order(item, best) is not { } order)
                return null;
            if (order * sign > 0)
                best = item;
        }

        return best;
    }

    private static FeelNumber? Sum(FeelNumber[] numbers) => numbers.Aggregate((FeelNumber?)FeelNumber.Zero, (x, y) => x is { } v ? FeelNumber.Add(v, y) : null);

    private static FeelNumber? Mean(FeelNumber[] numbers) => Sum(numbers) is { } sum ? FeelNumber.Divide(sum, FeelNumber.From((long)numbers.Length)) : null;

    private static FeelNumber? Median(FeelNumber[] numbers)
    {
        Array.Sort(numbers);
        var middle = numbers.Length / 2;
        return numbers.Length % 2 == 1 ? numbers[middle] : Mean([numbers[middle - 1], numbers[middle]]);
    }

    private static FeelNumber? Deviation(FeelNumber[] numbers)
    {
        if (Mean(numbers) is not { } mean)
            return null;
        FeelNumber? squares = FeelNumber.Zero;
        foreach (var number in numbers)
            squares = squares is { } sum && FeelNumber.Subtract(number, mean) is { } gap && FeelNumber.Multiply(gap, gap) is { } square ? FeelNumber.Add(sum, square) : null;
        return squares is { } total && FeelNumber.Divide(total, FeelNumber.From(numbers.Length - 1L)) is { } variance ? Transcendental.Sqrt(variance) : null;
    }

    private static FeelList Mode(FeelNumber[] numbers)
    {
        var groups = numbers.GroupBy(n => n).ToArray();
        var most = groups.Length == 0 ? 0 : groups.Max(g => g.Count());
        return new FeelList(groups.Where(g => g.Count() == most).Select(g => g.Key).Order().Select(n => (FeelValue)new NumberValue(n)));
    }
}

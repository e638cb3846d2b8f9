using Tongban.Decisions.Running;
using Tongban.Decisions.Time;

namespace Tongban.Decisions.Values;

/// <summary>What an iteration runs over (10.3.2.14). Null (of C#) for what cannot be run over.</summary>
internal static class Sequence
{
    public static FeelValue[]? Of(Run run, FeelValue value) => value switch
    {
        FeelList list => list.Items,
        NullValue => null,
        RangeValue range => Between(run, range.Start, range.End) is { } all ? Trim(range, all) : null,
        _ => [value],
    };

    private static FeelValue[] Trim(RangeValue range, FeelValue[] all)
    {
        var from = range.StartIncluded ? 0 : 1;
        var to = range.EndIncluded ? all.Length : all.Length - 1;
        return from >= to ? [] : all[from..to];
    }

    /// <summary>Whole numbers or dates between two, both included, upward or downward.</summary>
    public static FeelValue[]? Between(Run run, FeelValue from, FeelValue to)
    {
        if (from is DateValue a && to is DateValue b)
            return Count(run, a.Date.EpochDay, b.Date.EpochDay, day => new DateValue(CivilDate.FromEpochDay(day)!.Value));
        return from is NumberValue m && to is NumberValue n && m.Number.TryToInt64(out var low) && n.Number.TryToInt64(out var high)
            ? Count(run, low, high, NumberValue.Of)
            : null;
    }

    private static FeelValue[] Count(Run run, long from, long to, Func<long, FeelValue> make)
    {
        var size = Int128.Abs((Int128)to - from) + 1;
        run.Burn((long)Int128.Min(size, int.MaxValue));
        var items = new FeelValue[(int)size];
        var step = from <= to ? 1 : -1;
        for (var i = 0; i < items.Length; i++)
            items[i] = make(from + ((long)i * step));
        return items;
    }
}

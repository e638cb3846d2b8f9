using Tongban.Decisions.Time;

namespace Tongban.Decisions.Values;

internal static class ToObject
{
    private const long NanosPerTick = 100;

    public static object? Convert(FeelValue value) => value switch
    {
        NullValue => null,
        BooleanValue b => b.Value,
        NumberValue n => n.Number.TryToDecimal(out var number) ? number : n.Number,
        StringValue s => s.Text,
        DateValue when value.TryGetDate(out var date) => date,
        TimeValue { Zone: null } t => new TimeOnly(t.Nanos / NanosPerTick),
        DateTimeValue { Date.Year: > 1 and < 9999 } t => Moment(t),
        DaysTimeValue d when Int128.Abs(d.Nanos / NanosPerTick) < long.MaxValue => new TimeSpan((long)(d.Nanos / NanosPerTick)),
        FeelList list => list.Select(Convert).ToList(),
        FeelContext context => context.ToDictionary(e => e.Key, e => Convert(e.Value)),
        _ => Literal.TextOf(value),
    };

    private static object Moment(DateTimeValue t)
    {
        var local = new DateTime(t.Date.Year, t.Date.Month, t.Date.Day, 0, 0, 0, DateTimeKind.Unspecified).AddTicks(t.Nanos / NanosPerTick);
        // DateTimeOffset knows whole minutes within 14 hours.
        return t.Zone is null ? local
            : t.Offset % 60 == 0 && Math.Abs(t.Offset) <= 14 * 3600 ? new DateTimeOffset(local, TimeSpan.FromSeconds(t.Offset))
            : Iso.Text(t);
    }
}

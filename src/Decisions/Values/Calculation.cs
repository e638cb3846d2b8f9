using System.Numerics;
using Tongban.Decisions.Numbers;
using Tongban.Decisions.Syntax.Nodes;
using Tongban.Decisions.Time;

namespace Tongban.Decisions.Values;

/// <summary>Arithmetic of all kinds of values (10.3.2.11, tables 52 to 56). Null (of C#) where the operation is not defined.</summary>
internal static class Calculation
{
    public static Func<FeelValue, FeelValue, FeelValue?> Of(Operator op) => op switch
    {
        Operator.Add => Add,
        Operator.Subtract => Subtract,
        Operator.Multiply => Multiply,
        Operator.Divide => Divide,
        _ => Power,
    };

    private static FeelValue? Number(FeelNumber? value) => value is { } n ? new NumberValue(n) : null;

    public static FeelValue? Negate(FeelValue value) => value switch
    {
        NumberValue n => new NumberValue(-n.Number),
        DaysTimeValue d => new DaysTimeValue(-d.Nanos),
        YearsMonthsValue d => new YearsMonthsValue(-d.Months),
        _ => null,
    };

    private static FeelValue? Add(FeelValue x, FeelValue y) => (x, y) switch
    {
        (NumberValue a, NumberValue b) => Number(FeelNumber.Add(a.Number, b.Number)),
        (StringValue a, StringValue b) => new StringValue(a.Text + b.Text),
        (YearsMonthsValue a, YearsMonthsValue b) => Months((Int128)a.Months + b.Months),
        (DaysTimeValue a, DaysTimeValue b) => Span(a.Nanos + b.Nanos),
        (_, YearsMonthsValue b) => Shift(x, b.Months),
        (YearsMonthsValue a, _) => Shift(y, a.Months),
        (_, DaysTimeValue b) => Shift(x, b.Nanos),
        (DaysTimeValue a, _) => Shift(y, a.Nanos),
        _ => null,
    };

    private static FeelValue? Subtract(FeelValue x, FeelValue y) => (x, y) switch
    {
        (NumberValue a, NumberValue b) => Number(FeelNumber.Subtract(a.Number, b.Number)),
        (YearsMonthsValue a, YearsMonthsValue b) => Months((Int128)a.Months - b.Months),
        (DaysTimeValue a, DaysTimeValue b) => Span(a.Nanos - b.Nanos),
        (_, YearsMonthsValue b) => Shift(x, -b.Months),
        (_, DaysTimeValue b) => Shift(x, -b.Nanos),
        (TimeValue a, TimeValue b) when a.Zone is null == b.Zone is null => new DaysTimeValue(a.UtcNanos - b.UtcNanos),
        (DateValue or DateTimeValue, DateValue or DateTimeValue) => Between(y, x),
        _ => null,
    };

    private static DaysTimeValue? Between(FeelValue from, FeelValue to)
    {
        // Two dates are compared as they are; with a date-time, a date is its midnight in UTC.
        if (from is DateValue a && to is DateValue b)
            return new DaysTimeValue((Int128)(b.Date.EpochDay - a.Date.EpochDay) * TimeValue.NanosPerDay);
        DateTimeValue start = Midnight(from), end = Midnight(to);
        return start.Zone is null == end.Zone is null ? new DaysTimeValue(end.Instant - start.Instant) : null;
    }

    public static DateTimeValue Midnight(FeelValue value) => value as DateTimeValue ?? new DateTimeValue(((DateValue)value).Date, 0, Zone.Utc);

    private static FeelValue? Multiply(FeelValue x, FeelValue y) => (x, y) switch
    {
        (NumberValue a, NumberValue b) => Number(FeelNumber.Multiply(a.Number, b.Number)),
        (NumberValue a, YearsMonthsValue b) => Months(FeelNumber.Multiply(FeelNumber.From(b.Months), a.Number)),
        (YearsMonthsValue a, NumberValue b) => Months(FeelNumber.Multiply(FeelNumber.From(a.Months), b.Number)),
        (NumberValue a, DaysTimeValue b) => Span(FeelNumber.Multiply(Nanos(b), a.Number)),
        (DaysTimeValue a, NumberValue b) => Span(FeelNumber.Multiply(Nanos(a), b.Number)),
        _ => null,
    };

    private static FeelValue? Divide(FeelValue x, FeelValue y) => (x, y) switch
    {
        (NumberValue a, NumberValue b) => Number(FeelNumber.Divide(a.Number, b.Number)),
        (YearsMonthsValue a, NumberValue b) => Months(FeelNumber.Divide(FeelNumber.From(a.Months), b.Number)),
        (DaysTimeValue a, NumberValue b) => Span(FeelNumber.Divide(Nanos(a), b.Number)),
        (YearsMonthsValue a, YearsMonthsValue b) => Number(FeelNumber.Divide(FeelNumber.From(a.Months), FeelNumber.From(b.Months))),
        (DaysTimeValue a, DaysTimeValue b) => Number(FeelNumber.Divide(Nanos(a), Nanos(b))),
        _ => null,
    };

    private static FeelValue? Power(FeelValue x, FeelValue y) =>
        x is NumberValue a && y is NumberValue b ? Number(Transcendental.Power(a.Number, b.Number)) : null;

    /// <summary>A moment moved by months.</summary>
    public static FeelValue? Shift(FeelValue moment, long months) => moment switch
    {
        DateValue d => d.Date.AddMonths(months) is { } date ? new DateValue(date) : null,
        DateTimeValue t => t.Date.AddMonths(months) is { } date ? new DateTimeValue(date, t.Nanos, t.Zone) : null,
        _ => null,
    };

    /// <summary>A moment moved by nanoseconds; a date stays a date, a time goes round the clock.</summary>
    private static FeelValue? Shift(FeelValue moment, Int128 nanos)
    {
        switch (moment)
        {
            case DateValue d:
                var end = ((Int128)d.Date.EpochDay * TimeValue.NanosPerDay) + nanos;
                var day = end / TimeValue.NanosPerDay - (end < 0 && end % TimeValue.NanosPerDay != 0 ? 1 : 0);
                return Int128.Abs(day) < long.MaxValue && CivilDate.FromEpochDay((long)day) is { } date ? new DateValue(date) : null;
            case DateTimeValue t:
                return DateTimeValue.At(t.Instant + nanos, t.Zone);
            case TimeValue t:
                var turned = (t.Nanos + nanos) % TimeValue.NanosPerDay;
                return new TimeValue((long)(turned < 0 ? turned + TimeValue.NanosPerDay : turned), t.Zone);
            default:
                return null;
        }
    }

    private static FeelNumber Nanos(DaysTimeValue value) => FeelNumber.From((BigInteger)value.Nanos, 0)!.Value;

    private static FeelValue? Months(FeelNumber? months) =>
        months?.Round(0, RoundingMode.Down) is { } whole && whole.TryToInt64(out var value) ? Months(value) : null;

    private static YearsMonthsValue? Months(Int128 months) => Int128.Abs(months) < long.MaxValue / 2 ? new YearsMonthsValue((long)months) : null;

    private static FeelValue? Span(FeelNumber? nanos) =>
        nanos?.Round(0, RoundingMode.Down) is { } whole && whole.Abs() < FeelNumber.From(decimal.MaxValue)
        && whole.TryToDecimal(out var value) ? new DaysTimeValue((Int128)value) : null;

    private static DaysTimeValue? Span(Int128 nanos) => Int128.Abs(nanos) < (Int128)decimal.MaxValue ? new DaysTimeValue(nanos) : null;
}

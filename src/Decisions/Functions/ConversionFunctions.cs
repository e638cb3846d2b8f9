using Tongban.Decisions.Time;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Functions;

/// <summary>Conversion functions (10.3.4.1).</summary>
internal static class ConversionFunctions
{
    public static readonly (string, Body)[] All =
    [
        ("string(from: any): string", (_, a) => a[0]!.IsNull ? a[0] : new StringValue(a[0]!.ToText())),
        ("number(from: string, grouping separator?: any, decimal separator?: any): number", (_, a) => Number(((StringValue)a[0]!).Text, a[1], a[2])),
        ("date(from: any): date", (_, a) => Date(a[0]!)),
        ("date(year: number, month: number, day: number): date", (_, a) => Whole(a[0]) is { } y && Whole(a[1]) is { } m && Whole(a[2]) is { } d && CivilDate.Of(y, m, d) is { } date ? new DateValue(date) : null),
        ("time(from: any): time", (_, a) => Time(a[0]!)),
        ("time(hour: number, minute: number, second: number, offset?: any): time", (_, a) => Time(a)),
        ("date and time(from: any): date and time", (_, a) => a[0] switch { StringValue s => Iso.DateTime(s.Text), DateTimeValue t => t, DateValue d => Calculation.Midnight(d), NullValue n => n, _ => null }),
        ("date and time(date: any, time: time): date and time", (_, a) => DateTime(a[0]!, (TimeValue)a[1]!)),
        ("date and time(date: date and time, timezone: string): date and time", (_, a) => Zone.OfName(((StringValue)a[1]!).Text) is { } zone ? DateTimeValue.At(((DateTimeValue)a[0]!).Instant, zone) : null),
        ("duration(from: any): any", (_, a) => a[0] switch { StringValue s => Iso.Duration(s.Text), DaysTimeValue or YearsMonthsValue or NullValue => a[0], _ => null }),
        ("years and months duration(from: any, to: any): years and months duration", (_, a) => Civil(a[0]!) is { } from && Civil(a[1]!) is { } to ? new YearsMonthsValue(from.MonthsUntil(to)) : null),
    ];

    private static long? Whole(FeelValue? value) => ((NumberValue)value!).Number.TryToInt64(out var n) ? n : null;

    private static CivilDate? Civil(FeelValue value) => value switch { DateValue d => d.Date, DateTimeValue t => t.Date, _ => null };

    private static FeelValue? Number(string text, FeelValue? grouping, FeelValue? point)
    {
        var group = (grouping as StringValue)?.Text;
        var dot = (point as StringValue)?.Text;
        var known = grouping is null or NullValue || group is " " or "," or ".";
        if (!known || !(point is null or NullValue || dot is "." or ",") || (group is not null && group == dot))
            return null;
        if (group is not null)
            text = text.Replace(group, "", StringComparison.Ordinal);
        if (dot is not null)
            text = text.Replace(dot, ".", StringComparison.Ordinal);
        return FeelNumber.TryParse(text, out var number) ? new NumberValue(number) : null;
    }

    private static FeelValue? Date(FeelValue from) => from switch
    {
        StringValue s => Iso.Date(s.Text) is { } date ? new DateValue(date) : null,
        DateTimeValue t => new DateValue(t.Date),
        DateValue or NullValue => from,
        _ => null,
    };

    private static FeelValue? Time(FeelValue from) => from switch
    {
        StringValue s => Iso.Time(s.Text),
        DateTimeValue t => new TimeValue(t.Nanos, t.Zone),
        DateValue => new TimeValue(0, Zone.Utc),
        TimeValue or NullValue => from,
        _ => null,
    };

    private static TimeValue? Time(FeelValue?[] a)
    {
        if (Whole(a[0]) is not (>= 0 and <= 23 and var hour) || Whole(a[1]) is not (>= 0 and <= 59 and var minute))
            return null;
        if (!((NumberValue)a[2]!).Number.TryToDecimal(out var second) || second is < 0 or >= 60)
            return null;
        var nanos = (((hour * 3600) + (minute * 60)) * TimeValue.NanosPerSecond) + (long)(second * TimeValue.NanosPerSecond);
        if (a[3] is null or NullValue)
            return new TimeValue(nanos, null);
        return a[3] is DaysTimeValue { Nanos: var offset } && Zone.OfOffset((int)(offset / TimeValue.NanosPerSecond)) is { } zone ? new TimeValue(nanos, zone) : null;
    }

    private static FeelValue? DateTime(FeelValue date, TimeValue time) =>
        Civil(date) is { } day ? new DateTimeValue(day, time.Nanos, time.Zone) : date.IsNull ? date : null;
}

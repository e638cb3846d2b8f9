using Tongban.Decisions.Values;

namespace Tongban.Decisions.Time;

/// <summary>The properties of temporal values and ranges (10.3.2.15, table 65).</summary>
internal static class Properties
{
    private const long Second = TimeValue.NanosPerSecond;

    /// <summary>The properties of a type, with their types; null for types without properties.</summary>
    public static FeelType? TypeOf(FeelType target, string name) => (target.Kind, name) switch
    {
        (FeelKind.Date or FeelKind.DateTime, "year" or "month" or "day" or "weekday") => FeelType.Number,
        (FeelKind.Time or FeelKind.DateTime, "hour" or "minute" or "second") => FeelType.Number,
        (FeelKind.Date, "hour" or "minute" or "second") => FeelType.Number,
        (FeelKind.Time or FeelKind.DateTime or FeelKind.Date, "time offset") => FeelType.DaysAndTimeDuration,
        (FeelKind.Time or FeelKind.DateTime or FeelKind.Date, "timezone") => FeelType.String,
        (FeelKind.DaysAndTimeDuration, "days" or "hours" or "minutes" or "seconds") => FeelType.Number,
        (FeelKind.YearsAndMonthsDuration, "years" or "months") => FeelType.Number,
        (FeelKind.Range, "start" or "end") => target.Element,
        (FeelKind.Range, "start included" or "end included") => FeelType.Boolean,
        _ => null,
    };

    /// <summary>All names of more than one word: the parser must know them.</summary>
    public static readonly string[] LongNames = ["time offset", "start included", "end included"];

    public static FeelValue? Get(FeelValue value, string name) => value switch
    {
        DateValue d => OfDate(d.Date, name) ?? OfClock(0, Zone.Utc, 0, name),
        DateTimeValue t => OfDate(t.Date, name) ?? OfClock(t.Nanos, t.Zone, t.Offset, name),
        TimeValue t => OfClock(t.Nanos, t.Zone, t.Zone is null ? 0 : (int)((t.Nanos - t.UtcNanos) / Second), name),
        DaysTimeValue d => OfSpan(d.Nanos, name),
        YearsMonthsValue d => name switch { "years" => NumberValue.Of(d.Months / 12), "months" => NumberValue.Of(d.Months % 12), _ => null },
        RangeValue r => name switch
        {
            "start" => r.Start,
            "end" => r.End,
            "start included" => r.StartIncluded,
            "end included" => r.EndIncluded,
            _ => null,
        },
        _ => null,
    };

    private static NumberValue? OfDate(CivilDate date, string name) => name switch
    {
        "year" => NumberValue.Of(date.Year),
        "month" => NumberValue.Of(date.Month),
        "day" => NumberValue.Of(date.Day),
        "weekday" => NumberValue.Of(date.Weekday),
        _ => null,
    };

    private static FeelValue? OfClock(long nanos, Zone? zone, int offset, string name) => name switch
    {
        "hour" => NumberValue.Of(nanos / (3600 * Second)),
        "minute" => NumberValue.Of(nanos / (60 * Second) % 60),
        "second" => new NumberValue(FeelNumber.From(nanos % (60 * Second) / (decimal)Second)),
        "time offset" => zone is null ? FeelValue.Null : new DaysTimeValue((Int128)offset * Second),
        "timezone" => zone?.Id is { } id ? new StringValue(id) : FeelValue.Null,
        _ => null,
    };

    private static NumberValue? OfSpan(Int128 nanos, string name) => name switch
    {
        "days" => NumberValue.Of((long)(nanos / TimeValue.NanosPerDay)),
        "hours" => NumberValue.Of((long)(nanos / (3600 * Second) % 24)),
        "minutes" => NumberValue.Of((long)(nanos / (60 * Second) % 60)),
        "seconds" => new NumberValue(FeelNumber.From((decimal)(nanos % (60 * Second)) / Second)),
        _ => null,
    };
}

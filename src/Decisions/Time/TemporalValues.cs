namespace Tongban.Decisions.Time;

/// <summary>A date (10.3.2.3.5).</summary>
internal sealed class DateValue(CivilDate date) : FeelValue
{
    public CivilDate Date => date;
    public override FeelKind Kind => FeelKind.Date;
    public override FeelType Type => FeelType.Date;
    private protected override int Hash() => date.GetHashCode();
}

/// <summary>A time of day in nanoseconds, local without a zone (10.3.2.3.4).</summary>
internal sealed class TimeValue(long nanos, Zone? zone) : FeelValue
{
    public const long NanosPerSecond = 1_000_000_000;
    public const long NanosPerDay = 86_400 * NanosPerSecond;

    private static readonly CivilDate Reference = new(2000, 1, 1);

    public long Nanos => nanos;
    public Zone? Zone => zone;
    public override FeelKind Kind => FeelKind.Time;
    public override FeelType Type => FeelType.Time;

    /// <summary>Nanoseconds since midnight UTC; a zone with summer time counts with its winter.</summary>
    public long UtcNanos => nanos - ((zone?.OffsetAt(Reference, 0) ?? 0) * NanosPerSecond);

    public long Seconds => (long)Math.Floor(UtcNanos / (decimal)NanosPerSecond);

    private protected override int Hash() => Seconds.GetHashCode();
}

/// <summary>A date and time, local without a zone (10.3.2.3.6).</summary>
internal sealed class DateTimeValue(CivilDate date, long nanos, Zone? zone) : FeelValue
{
    public CivilDate Date => date;
    public long Nanos => nanos;
    public Zone? Zone => zone;
    public override FeelKind Kind => FeelKind.DateTime;
    public override FeelType Type => FeelType.DateTime;
    public int Offset => zone?.OffsetAt(date, nanos) ?? 0;

    /// <summary>Nanoseconds since 1970-01-01T00:00:00, UTC with a zone, local without.</summary>
    public Int128 Instant => ((Int128)date.EpochDay * TimeValue.NanosPerDay) + nanos - ((Int128)Offset * TimeValue.NanosPerSecond);

    /// <summary>The date and time of an instant, seen in a zone; null outside the calendar.</summary>
    public static DateTimeValue? At(Int128 instant, Zone? zone)
    {
        var utc = Local(instant, zone);
        if (utc is null || zone is null || zone.Id is null)
            return utc;
        // A named zone: its offset is a matter of the local time that we look for.
        var first = Local(instant + ((Int128)utc.Offset * TimeValue.NanosPerSecond), zone);
        if (first is null || first.Instant == instant)
            return first;
        return Local(instant + ((Int128)first.Offset * TimeValue.NanosPerSecond), zone);
    }

    private static DateTimeValue? Local(Int128 nanos, Zone? zone)
    {
        if (zone is { Id: null })
            nanos += (Int128)zone.OffsetAt(default, 0) * TimeValue.NanosPerSecond;
        var day = nanos / TimeValue.NanosPerDay;
        var rest = nanos - (day * TimeValue.NanosPerDay);
        if (rest < 0)
            (day, rest) = (day - 1, rest + TimeValue.NanosPerDay);
        return day > long.MaxValue || day < long.MinValue || CivilDate.FromEpochDay((long)day) is not { } date
            ? null
            : new DateTimeValue(date, (long)rest, zone);
    }

    public Int128 Seconds => (Instant - (nanos % TimeValue.NanosPerSecond)) / TimeValue.NanosPerSecond;

    private protected override int Hash() => Seconds.GetHashCode();
}

/// <summary>A duration of days and smaller units, in nanoseconds (10.3.2.3.7).</summary>
internal sealed class DaysTimeValue(Int128 nanos) : FeelValue
{
    public Int128 Nanos => nanos;
    public override FeelKind Kind => FeelKind.DaysAndTimeDuration;
    public override FeelType Type => FeelType.DaysAndTimeDuration;
    private protected override int Hash() => nanos.GetHashCode();
}

/// <summary>A duration of years and months, in months (10.3.2.3.8).</summary>
internal sealed class YearsMonthsValue(long months) : FeelValue
{
    public long Months => months;
    public override FeelKind Kind => FeelKind.YearsAndMonthsDuration;
    public override FeelType Type => FeelType.YearsAndMonthsDuration;
    private protected override int Hash() => months.GetHashCode();
}

namespace Tongban.Decisions.Time;

/// <summary>A date of the proleptic Gregorian calendar, with years to 999,999,999 either way (10.3.2.3.5).</summary>
internal readonly record struct CivilDate(int Year, int Month, int Day) : IComparable<CivilDate>
{
    public const int MaxYear = 999_999_999;

    public static bool IsLeap(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    public static int DaysIn(long year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    public static CivilDate? Of(long year, long month, long day) =>
        year is < -MaxYear or > MaxYear || month is < 1 or > 12 || day < 1 || day > DaysIn(year, (int)month)
            ? null
            : new CivilDate((int)year, (int)month, (int)day);

    public int CompareTo(CivilDate other) => Year != other.Year ? Year.CompareTo(other.Year) : ((Month << 5) | Day).CompareTo((other.Month << 5) | other.Day);

    /// <summary>Days since 1970-01-01. Years start in March here, so that the leap day is the last of the year.</summary>
    public long EpochDay
    {
        get
        {
            long y = Month <= 2 ? Year - 1L : Year;
            var era = Math.DivRem(y >= 0 ? y : y - 399, 400).Quotient;
            var yearOfEra = y - (era * 400);
            var dayOfYear = (((153 * (Month + (Month > 2 ? -3 : 9))) + 2) / 5) + Day - 1;
            return (era * 146_097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719_468;
        }
    }

    public static CivilDate? FromEpochDay(long days)
    {
        if (days is < -400_000_000_000 or > 400_000_000_000)
            return null;
        days += 719_468;
        var era = (days >= 0 ? days : days - 146_096) / 146_097;
        var dayOfEra = days - (era * 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shifted = ((5 * dayOfYear) + 2) / 153;
        var day = dayOfYear - (((153 * shifted) + 2) / 5) + 1;
        var month = shifted < 10 ? shifted + 3 : shifted - 9;
        return Of(yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, day);
    }

    /// <summary>Adds months; a day that the month has not becomes its last.</summary>
    public CivilDate? AddMonths(long months)
    {
        if (Math.Abs(months) > 48_000_000_000)
            return null;
        var total = (Year * 12L) + Month - 1 + months;
        var year = (long)Math.Floor(total / 12m);
        var month = (int)(total - (year * 12)) + 1;
        return Of(year, month, Math.Min(Day, DaysIn(year, month)));
    }

    /// <summary>Monday is 1, Sunday is 7.</summary>
    public int Weekday => (int)((((EpochDay + 3) % 7) + 7) % 7) + 1;

    public int DayOfYear => (int)(EpochDay - new CivilDate(Year, 1, 1).EpochDay) + 1;

    /// <summary>The week of ISO 8601.</summary>
    public int WeekOfYear
    {
        get
        {
            var week = (DayOfYear - Weekday + 10) / 7;
            if (week < 1)
                return new CivilDate(Year - 1, 12, 31).WeekOfYear;
            return week == 53 && new CivilDate(Year, 12, 31).Weekday < 4 ? 1 : week;
        }
    }

    /// <summary>Whole months from this date to the other (10.3.4.1 years and months duration).</summary>
    public long MonthsUntil(CivilDate other)
    {
        var months = ((other.Year - (long)Year) * 12) + other.Month - Month;
        if (months > 0 && other.Day < Day)
            months--;
        else if (months < 0 && other.Day > Day)
            months++;
        return months;
    }
}

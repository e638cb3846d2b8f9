using System.Globalization;

namespace Tongban.Decisions.Time;

/// <summary>ISO 8601 as XML Schema and FEEL write it (10.3.4.1): reading and writing of all temporal values.</summary>
internal static class Iso
{
    private const long NanosPerSecond = TimeValue.NanosPerSecond;

    public static CivilDate? Date(ReadOnlySpan<char> text)
    {
        var cursor = new Cursor(text);
        return cursor.Date() is { } date && cursor.AtEnd ? date : null;
    }

    public static TimeValue? Time(ReadOnlySpan<char> text)
    {
        var cursor = new Cursor(text.StartsWith("T") ? text[1..] : text);
        return cursor.Time(out var nanos, out var zone) && cursor.AtEnd ? new TimeValue(nanos, zone) : null;
    }

    public static DateTimeValue? DateTime(ReadOnlySpan<char> text)
    {
        var cursor = new Cursor(text);
        if (cursor.Date() is not { } date)
            return null;
        if (cursor.AtEnd)
            return new DateTimeValue(date, 0, null);
        if (!cursor.Take('T') || !cursor.Time(out var nanos, out var zone, midnightAtEnd: true) || !cursor.AtEnd)
            return null;
        // 24:00:00 is the midnight that ends the day.
        return nanos < TimeValue.NanosPerDay ? new DateTimeValue(date, nanos, zone)
            : CivilDate.FromEpochDay(date.EpochDay + 1) is { } next ? new DateTimeValue(next, 0, zone) : null;
    }

    /// <summary>A duration of either kind: <c>P1Y2M</c>, <c>-P1DT2H3M4.5S</c>.</summary>
    public static FeelValue? Duration(ReadOnlySpan<char> text)
    {
        var cursor = new Cursor(text);
        var negative = cursor.Take('-');
        if (!cursor.Take('P') || cursor.AtEnd)
            return null;
        var years = cursor.Unit('Y', 0) ?? 0;
        var yearsSeen = cursor.Seen;
        var months = cursor.Unit('M', 0) ?? 0;
        var monthsSeen = cursor.Seen;
        if (yearsSeen || monthsSeen)
            return cursor.AtEnd && (years * 12) + months <= long.MaxValue / 2 ? new YearsMonthsValue((long)((years * 12) + months) * (negative ? -1 : 1)) : null;
        var total = (cursor.Unit('D', 0) ?? 0) * TimeValue.NanosPerDay;
        if (cursor.Take('T'))
        {
            if (cursor.AtEnd)
                return null;
            total += (cursor.Unit('H', 0) ?? 0) * 3600 * NanosPerSecond;
            total += (cursor.Unit('M', 0) ?? 0) * 60 * NanosPerSecond;
            total += cursor.Unit('S', 9) ?? 0;
        }

        return cursor.AtEnd ? new DaysTimeValue(negative ? -total : total) : null;
    }

    /// <summary>Whatever an at-literal may hold (grammar rule 62).</summary>
    public static FeelValue? Any(string text)
    {
        if (text.StartsWith('P') || text.StartsWith("-P", StringComparison.Ordinal))
            return Duration(text);
        return Date(text) is { } date ? new DateValue(date) : (FeelValue?)DateTime(text) ?? Time(text);
    }

    public static string Text(CivilDate date) => string.Create(CultureInfo.InvariantCulture,
        $"{(date.Year < 0 ? "-" : "")}{Math.Abs((long)date.Year):0000}-{date.Month:00}-{date.Day:00}");

    public static string Text(long nanosOfDay, Zone? zone)
    {
        var (seconds, rest) = Math.DivRem(nanosOfDay, NanosPerSecond);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}{Fraction(rest)}{zone?.Suffix}");
    }

    public static string Text(DateTimeValue value) => Text(value.Date) + "T" + Text(value.Nanos, value.Zone);

    public static string Text(YearsMonthsValue value)
    {
        var (years, months) = Math.DivRem(Math.Abs(value.Months), 12);
        var text = (years, months) switch { (0, _) => $"P{months}M", (_, 0) => $"P{years}Y", _ => $"P{years}Y{months}M" };
        return value.Months < 0 ? "-" + text : text;
    }

    public static string Text(DaysTimeValue value)
    {
        var left = Int128.Abs(value.Nanos);
        if (left == 0)
            return "PT0S";
        var days = left / TimeValue.NanosPerDay;
        var nanos = (long)(left % TimeValue.NanosPerDay);
        var (seconds, rest) = Math.DivRem(nanos, NanosPerSecond);
        var (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        seconds %= 60;
        var time = (hours > 0 ? $"{hours}H" : "") + (minutes > 0 ? $"{minutes}M" : "") + (seconds > 0 || rest > 0 ? $"{seconds}{Fraction(rest)}S" : "");
        return (value.Nanos < 0 ? "-P" : "P") + (days > 0 ? days.ToString(CultureInfo.InvariantCulture) + "D" : "") + (time.Length > 0 ? "T" + time : "");
    }

    public static string Offset(int seconds)
    {
        var size = Math.Abs(seconds);
        var text = string.Create(CultureInfo.InvariantCulture, $"{(seconds < 0 ? '-' : '+')}{size / 3600:00}:{size / 60 % 60:00}");
        return size % 60 == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}:{size % 60:00}");
    }

    private static string Fraction(long nanos) => nanos == 0 ? "" : "." + nanos.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');

    private ref struct Cursor(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> text = text;
        private int at;

        public bool Seen { get; private set; }
        public readonly bool AtEnd => at == text.Length;

        public bool Take(char c)
        {
            if (at >= text.Length || text[at] != c)
                return false;
            at++;
            return true;
        }

        private ReadOnlySpan<char> DigitRun()
        {
            var start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
                at++;
            return text[start..at];
        }

        private bool Two(int max, out int value)
        {
            value = 0;
            if (at + 2 > text.Length || !char.IsAsciiDigit(text[at]) || !char.IsAsciiDigit(text[at + 1]))
                return false;
            value = ((text[at] - '0') * 10) + text[at + 1] - '0';
            at += 2;
            return value <= max;
        }

        public CivilDate? Date()
        {
            var negative = Take('-');
            var year = DigitRun();
            if (year.Length is < 4 or > 9 || (year.Length > 4 && year[0] == '0'))
                return null;
            var number = long.Parse(year, CultureInfo.InvariantCulture);
            return Take('-') && Two(12, out var month) && Take('-') && Two(31, out var day) ? CivilDate.Of(negative ? -number : number, month, day) : null;
        }

        public bool Time(out long nanos, out Zone? zone, bool midnightAtEnd = false)
        {
            (nanos, zone) = (0, null);
            if (!Two(midnightAtEnd ? 24 : 23, out var hour) || !Take(':') || !Two(59, out var minute) || !Take(':') || !Two(59, out var second))
                return false;
            nanos = ((hour * 3600L) + (minute * 60) + second) * NanosPerSecond;
            if (Take('.'))
            {
                var fraction = DigitRun();
                if (fraction.Length == 0)
                    return false;
                nanos += Scaled(fraction);
            }

            return nanos <= TimeValue.NanosPerDay && (AtEnd || Offset(out zone));
        }

        private bool Offset(out Zone? zone)
        {
            zone = null;
            if (Take('Z') || Take('z'))
            {
                zone = Decisions.Time.Zone.Utc;
            }
            else if (Take('@'))
            {
                zone = Decisions.Time.Zone.OfName(text[at..].ToString());
                at = text.Length;
            }
            else
            {
                var sign = Take('-') ? -1 : Take('+') ? 1 : 0;
                var seconds = 0;
                if (sign == 0 || !Two(18, out var hours) || !Take(':') || !Two(59, out var minutes) || (Take(':') && !Two(59, out seconds)))
                    return false;
                zone = Decisions.Time.Zone.OfOffset(sign * ((hours * 3600) + (minutes * 60) + seconds));
            }

            return zone is not null;
        }

        // Up to nine decimals count; more are cut.
        private static long Scaled(ReadOnlySpan<char> fraction)
        {
            long value = 0;
            for (var i = 0; i < 9; i++)
                value = (value * 10) + (i < fraction.Length ? fraction[i] - '0' : 0);
            return value;
        }

        /// <summary>A number followed by its unit; with nine decimals the result is in billionths.</summary>
        public Int128? Unit(char unit, int decimals)
        {
            Seen = false;
            var start = at;
            var digits = DigitRun();
            long fraction = 0;
            if (digits.Length > 0 && decimals > 0 && Take('.'))
                fraction = Scaled(DigitRun());
            if (digits.Length is 0 or > 18 || !Take(unit))
            {
                at = start;
                return null;
            }

            Seen = true;
            return ((Int128)long.Parse(digits, CultureInfo.InvariantCulture) * (decimals > 0 ? NanosPerSecond : 1)) + fraction;
        }
    }
}

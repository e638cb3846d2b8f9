using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Tongban.Hall.Cases.Clock;

/// <summary>Working days: weekends and statutory holidays excluded, make-up days included (行政许可法 art. 82).</summary>
public sealed class WorkingDayCalendar
{
    private sealed record Year(IReadOnlyList<string> Off, IReadOnlyList<string> Work);

    private readonly FrozenSet<DateOnly> off, work;
    private readonly FrozenSet<int> years;

    // Day numbers, sorted: weekend days on which one works, weekdays on which one does not.
    private readonly int[] added, taken;

    private WorkingDayCalendar(Dictionary<string, Year> data)
    {
        years = data.Keys.Select(y => int.Parse(y, CultureInfo.InvariantCulture)).ToFrozenSet();
        off = data.SelectMany(y => y.Value.Off.Select(day => Day(y.Key, day))).ToFrozenSet();
        work = data.SelectMany(y => y.Value.Work.Select(day => Day(y.Key, day))).ToFrozenSet();
        added = [.. work.Where(IsWeekend).Select(d => d.DayNumber).Order()];
        taken = [.. off.Where(d => !IsWeekend(d) && !work.Contains(d)).Select(d => d.DayNumber).Order()];
    }

    /// <summary>The holidays that ship with the program.</summary>
    public static WorkingDayCalendar China { get; } = Shipped();

    /// <summary>Reads <c>{ "2026": { "off": ["01-01"], "work": ["01-04"] } }</c>.</summary>
    /// <exception cref="JsonException">The data has another form.</exception>
    public static WorkingDayCalendar Load(Stream json) =>
        new(JsonSerializer.Deserialize<Dictionary<string, Year>>(json, JsonSerializerOptions.Web)!);

    /// <summary>Whether the State Council's arrangement of that year is known; without it only weekends are free.</summary>
    public bool Covers(int year) => years.Contains(year);

    public bool IsWorkingDay(DateOnly day) =>
        work.Contains(day) || (!IsWeekend(day) && !off.Contains(day));

    /// <summary>Saturday or Sunday, whatever the arrangement makes of it.</summary>
    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>The last day of a period; the day of the event is not counted.</summary>
    /// <param name="days">0 or more; 0 = the day itself.</param>
    public DateOnly AddWorkingDays(DateOnly day, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        if (days == 0) return day;
        var wanted = UpTo(day) + days;
        // The first day on which the count is reached: search where the sum of days is sorted.
        var (low, high) = (day.DayNumber, day.DayNumber + 2 * days + 60);
        while (UpTo(DateOnly.FromDayNumber(high)) < wanted) high += days + 60;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (UpTo(DateOnly.FromDayNumber(middle)) < wanted) low = middle;
            else high = middle;
        }
        return DateOnly.FromDayNumber(high);
    }

    /// <summary>Working days after one day up to and with another; 0 when it is not later.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly until) => until <= after ? 0 : UpTo(until) - UpTo(after);

    // Working days from Monday, 0001-01-01 to a day, that day included: whole weeks, then what the arrangements change.
    private int UpTo(DateOnly day)
    {
        var (weeks, rest) = Math.DivRem(day.DayNumber + 1, 7);
        return weeks * 5 + Math.Min(rest, 5) + Changed(added, day) - Changed(taken, day);
    }

    private static int Changed(int[] days, DateOnly until)
    {
        var at = Array.BinarySearch(days, until.DayNumber);
        return at >= 0 ? at + 1 : ~at;
    }

    private static DateOnly Day(string year, string day) =>
        DateOnly.ParseExact($"{year}-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static WorkingDayCalendar Shipped()
    {
        using var stream = typeof(WorkingDayCalendar).Assembly.GetManifestResourceStream("holidays-cn.json")
            ?? throw new InvalidOperationException("The holidays are missing from the program.");
        return Load(stream);
    }
}

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

    private WorkingDayCalendar(Dictionary<string, Year> data)
    {
        years = data.Keys.Select(y => int.Parse(y, CultureInfo.InvariantCulture)).ToFrozenSet();
        off = data.SelectMany(y => y.Value.Off.Select(day => Day(y.Key, day))).ToFrozenSet();
        work = data.SelectMany(y => y.Value.Work.Select(day => Day(y.Key, day))).ToFrozenSet();
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
        work.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !off.Contains(day));

    /// <summary>The last day of a period; the day of the event is not counted.</summary>
    /// <param name="days">0 or more; 0 = the day itself.</param>
    public DateOnly AddWorkingDays(DateOnly day, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        while (days > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                days--;
        }
        return day;
    }

    /// <summary>Working days after one day up to and with another; 0 when it is not later.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly until)
    {
        var count = 0;
        for (var day = after.AddDays(1); day <= until; day = day.AddDays(1))
            if (IsWorkingDay(day))
                count++;
        return count;
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

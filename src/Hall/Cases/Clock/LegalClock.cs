namespace Tongban.Hall.Cases.Clock;

/// <summary>时钟: holds a case against its limit in working days, with every stop. Computed from its history at any day, again and again.</summary>
public sealed class LegalClock
{
    private readonly WorkingDayCalendar calendar;

    /// <exception cref="ArgumentException">A stop ends before it begins, or days are negative.</exception>
    public LegalClock(ClockHistory history, WorkingDayCalendar calendar)
    {
        if (history.Days < 0 || history.Extension is { Days: < 0 }) throw new ArgumentException("A limit has no negative days.", nameof(history));
        if (history.Stops.Any(s => s.Until < s.From || s.PlannedDays < 0)) throw new ArgumentException("A stop ends before it begins.", nameof(history));
        (History, this.calendar) = (history, calendar);
    }

    public ClockHistory History { get; }

    /// <summary>The limit with its extension, in working days.</summary>
    public int Limit => History.Days + (History.Extension?.Days ?? 0);

    public bool Ended => History.EndedOn is not null;

    /// <summary>The stop that goes on at the end of a day; null: it runs, or has ended.</summary>
    public ClockStop? StopOn(DateOnly day) => History.EndedOn <= day ? null : History.Stops.FirstOrDefault(s => s.From <= day && (s.Until is null || day < s.Until));

    /// <summary>Working days used at the end of a day.</summary>
    public int UsedOn(DateOnly day)
    {
        if (History.EndedOn < day) day = History.EndedOn.Value;
        var used = calendar.WorkingDaysBetween(History.StartedOn, day);
        foreach (var (from, until) in Pauses(day)) used -= calendar.WorkingDaysBetween(from, until < day ? until : day);
        return used;
    }

    /// <summary>Working days left at the end of a day; 0 when none is.</summary>
    public int LeftOn(DateOnly day) => Math.Max(0, Limit - UsedOn(day));

    /// <summary>Working days over the limit at the end of a day; 0 while it is kept.</summary>
    public int OverdueOn(DateOnly day) => Math.Max(0, UsedOn(day) - Limit);

    /// <summary>The last day of the limit as it looks on a day. A stop that goes on is taken to last as long as the applicant was told, and at least until that day.</summary>
    public DateOnly DueOn(DateOnly today)
    {
        var (at, left) = (History.StartedOn, Limit);
        foreach (var (from, until) in Pauses(today))
        {
            var before = calendar.WorkingDaysBetween(at, from);
            if (before >= left) break;
            left -= before;
            at = until;
        }
        return calendar.AddWorkingDays(at, left);
    }

    /// <summary>A line for every day from the start to the end of the clock, or to the day asked for.</summary>
    public IEnumerable<ClockDay> Explain(DateOnly until)
    {
        var (last, used) = (History.EndedOn < until ? History.EndedOn.Value : until, 0);
        yield return new ClockDay(History.StartedOn, ClockDayKind.Start, 0, null);
        for (var day = History.StartedOn.AddDays(1); day <= last; day = day.AddDays(1))
        {
            var stop = History.Stops.FirstOrDefault(s => s.From < day && (s.Until is null || day <= s.Until));
            var kind = !calendar.IsWorkingDay(day) ? WorkingDayCalendar.IsWeekend(day) ? ClockDayKind.Weekend : ClockDayKind.Holiday
                : stop is not null ? ClockDayKind.Stopped
                : WorkingDayCalendar.IsWeekend(day) ? ClockDayKind.MakeUp : ClockDayKind.Counted;
            if (kind is ClockDayKind.Counted or ClockDayKind.MakeUp) used++;
            yield return new ClockDay(day, kind, used, stop);
        }
    }

    // The stops after the start, in order and without overlap; (from, until] is not counted.
    private IEnumerable<(DateOnly From, DateOnly Until)> Pauses(DateOnly today)
    {
        var reached = History.StartedOn;
        foreach (var stop in History.Stops.OrderBy(s => s.From))
        {
            var until = stop.Until ?? Later(calendar.AddWorkingDays(stop.From, stop.PlannedDays), today);
            var from = Later(stop.From, reached);
            if (until <= from) continue;
            yield return (from, until);
            reached = until;
        }
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}

/// <summary>What became of one day.</summary>
/// <param name="Used">Working days used at its end.</param>
/// <param name="Stop">What it was not counted for.</param>
public sealed record ClockDay(DateOnly Day, ClockDayKind Kind, int Used, ClockStop? Stop);

public enum ClockDayKind { Start, Counted, MakeUp, Weekend, Holiday, Stopped }

using CsCheck;
using Tongban.Hall.Cases.Clock;

namespace Tongban.Hall.Tests.Cases.Clock;

public sealed class LegalClockTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.China;
    private static readonly DateOnly First = new(2004, 1, 1);

    private static readonly Gen<ClockStop> Stop = Gen.Select(Gen.Int[0, 8500], Gen.Int[-1, 90], Gen.Int[0, 40])
        .Select((from, length, planned) => new ClockStop(First.AddDays(from), length < 0 ? null : First.AddDays(from + length), planned, "专家评审", "行政许可法第四十五条"));

    private static readonly Gen<ClockHistory> History = Gen.Select(Gen.Int[0, 8000], Gen.Int[0, 60], Stop.Array[0, 5], Gen.Int[-1, 15], Gen.Int[-1, 300])
        .Select((start, days, stops, extension, ended) => new ClockHistory
        {
            StartedOn = First.AddDays(start), Days = days,
            // Near the case, so that they matter.
            Stops = [.. stops.Select((s, i) => { var shift = start - s.From.DayNumber + First.DayNumber + i * 13 - 5; return s with { From = s.From.AddDays(shift), Until = s.Until?.AddDays(shift) }; })],
            Extension = extension < 0 ? null : new ClockExtension(First.AddDays(start + days), extension, "案情复杂"),
            EndedOn = ended < 0 ? null : First.AddDays(start + ended),
        });

    [Theory]
    [InlineData("2018-06-28", 20, "2018-07-26")]
    [InlineData("2018-09-28", 20, "2018-10-31")]
    [InlineData("2018-02-09", 5, "2018-02-22")]
    public void Limit_without_stops_ends_as_the_law_counts(string from, int days, string due)
    {
        var clock = new LegalClock(new ClockHistory { StartedOn = Day(from), Days = days }, Calendar);

        Assert.Equal(Day(due), clock.DueOn(Day(from)));
        Assert.Equal(days, clock.UsedOn(Day(due)));
    }

    [Fact]
    public void Expert_review_is_not_counted_and_the_days_around_it_are()
    {
        // Accepted on a Wednesday; the review begins on Friday and ends on the second Tuesday after it.
        var clock = Clock("2026-07-01", 5, new ClockStop(Day("2026-07-03"), Day("2026-07-14"), 10, "专家评审", "行政许可法第四十五条"));

        Assert.Equal(2, clock.UsedOn(Day("2026-07-03")));
        Assert.Equal(2, clock.UsedOn(Day("2026-07-14")));
        Assert.Equal(3, clock.UsedOn(Day("2026-07-15")));
        Assert.Equal(Day("2026-07-17"), clock.DueOn(Day("2026-07-14")));
        Assert.NotNull(clock.StopOn(Day("2026-07-13")));
        Assert.Null(clock.StopOn(Day("2026-07-14")));
    }

    [Fact]
    public void Stop_that_lasts_longer_than_told_moves_the_due_day_with_every_day()
    {
        var clock = Clock("2026-07-01", 5, new ClockStop(Day("2026-07-03"), null, 3, "检验", "行政许可法第四十五条"));

        Assert.Equal(Day("2026-07-13"), clock.DueOn(Day("2026-07-03")));
        Assert.Equal(Day("2026-07-23"), clock.DueOn(Day("2026-07-20")));
    }

    [Fact]
    public void Extension_adds_its_days()
    {
        var plain = Clock("2026-07-01", 20);
        var extended = new LegalClock(plain.History with { Extension = new ClockExtension(Day("2026-07-20"), 10, "案情复杂") }, Calendar);

        Assert.Equal(Calendar.AddWorkingDays(plain.DueOn(Day("2026-07-01")), 10), extended.DueOn(Day("2026-07-01")));
    }

    [Fact]
    public void Explanation_has_a_line_for_each_day_and_says_what_became_of_it()
    {
        var clock = Clock("2026-09-30", 20, new ClockStop(Day("2026-10-12"), Day("2026-10-14"), 2, "听证", "行政许可法第四十五条"));

        var days = clock.Explain(Day("2026-10-16")).ToDictionary(d => d.Day);

        Assert.Equal(17, days.Count);
        Assert.Equal(ClockDayKind.Start, days[Day("2026-09-30")].Kind);
        Assert.Equal(ClockDayKind.Holiday, days[Day("2026-10-01")].Kind);
        Assert.Equal(ClockDayKind.MakeUp, days[Day("2026-10-10")].Kind);
        Assert.Equal(ClockDayKind.Weekend, days[Day("2026-10-11")].Kind);
        Assert.Equal(ClockDayKind.Stopped, days[Day("2026-10-14")].Kind);
        Assert.Equal("听证", days[Day("2026-10-13")].Stop!.Kind);
        Assert.Equal(clock.UsedOn(Day("2026-10-16")), days[Day("2026-10-16")].Used);
    }

    [Fact]
    public void Random_histories_equal_a_count_day_by_day() => Gen.Select(History, Gen.Int[-10, 400]).Sample((history, offset) =>
    {
        var (clock, day) = (new LegalClock(history, Calendar), history.StartedOn.AddDays(offset));
        return clock.UsedOn(day) == NaiveUsed(history, day) && clock.DueOn(day) == NaiveDue(history, day);
    }, iter: 100_000);

    [Fact]
    public void Used_days_never_fall_and_never_grow_by_more_than_one() => History.Sample(history =>
    {
        var clock = new LegalClock(history, Calendar);
        var used = Enumerable.Range(-5, 200).Select(i => clock.UsedOn(history.StartedOn.AddDays(i))).ToList();
        return used[0] == 0 && used.Zip(used.Skip(1)).All(p => p.Second - p.First is 0 or 1);
    }, iter: 2_000);

    [Fact]
    public void Used_left_and_overdue_add_up() => Gen.Select(History, Gen.Int[-10, 400]).Sample((history, offset) =>
    {
        var (clock, day) = (new LegalClock(history, Calendar), history.StartedOn.AddDays(offset));
        return clock.UsedOn(day) >= 0 && clock.UsedOn(day) + clock.LeftOn(day) - clock.OverdueOn(day) == clock.Limit;
    }, iter: 20_000);

    [Fact]
    public void Count_is_additive_when_a_clock_is_cut_in_two() => Gen.Select(History, Gen.Int[0, 200], Gen.Int[0, 200]).Sample((history, first, second) =>
    {
        var middle = history.StartedOn.AddDays(first);
        var (whole, rest) = (new LegalClock(history, Calendar), new LegalClock(history with { StartedOn = middle }, Calendar));
        var end = middle.AddDays(second);
        return history.EndedOn < middle || whole.UsedOn(end) == whole.UsedOn(middle) + rest.UsedOn(end);
    }, iter: 20_000);

    [Fact]
    public void Explanation_ends_with_the_same_count() => Gen.Select(History, Gen.Int[0, 200]).Sample((history, offset) =>
    {
        var (clock, day) = (new LegalClock(history, Calendar), history.StartedOn.AddDays(offset));
        return clock.Explain(day).Last().Used == clock.UsedOn(day);
    }, iter: 5_000);

    [Fact]
    public void Day_before_the_start_uses_nothing() => Assert.Equal(0, Clock("2026-07-10", 5).UsedOn(Day("2026-07-01")));

    [Fact]
    public void Stop_that_ends_before_it_begins_is_refused() =>
        Assert.Throws<ArgumentException>(() => Clock("2026-07-01", 5, new ClockStop(Day("2026-07-10"), Day("2026-07-09"), 1, "听证", "")));

    // Day by day, without the clock's arithmetic.
    private static bool Stopped(ClockHistory history, DateOnly day, DateOnly today) => history.Stops.Any(s =>
    {
        if (s.Until is { } end) return s.From < day && day <= end;
        var (planned, left) = (s.From, s.PlannedDays);
        while (left > 0) if (Calendar.IsWorkingDay(planned = planned.AddDays(1))) left--;
        return s.From < day && (day <= planned || day <= today);
    });

    private static int NaiveUsed(ClockHistory history, DateOnly until)
    {
        var used = 0;
        for (var day = history.StartedOn.AddDays(1); day <= until && !(day > history.EndedOn); day = day.AddDays(1))
            if (Calendar.IsWorkingDay(day) && !Stopped(history, day, until)) used++;
        return used;
    }

    private static DateOnly NaiveDue(ClockHistory history, DateOnly today)
    {
        var (day, left) = (history.StartedOn, history.Days + (history.Extension?.Days ?? 0));
        while (left > 0)
        {
            day = day.AddDays(1);
            if (Calendar.IsWorkingDay(day) && !Stopped(history, day, today)) left--;
        }
        return day;
    }

    private static LegalClock Clock(string from, int days, params ClockStop[] stops) =>
        new(new ClockHistory { StartedOn = Day(from), Days = days, Stops = stops }, Calendar);

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

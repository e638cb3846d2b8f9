using Tongban.Decisions.Time;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Functions;

/// <summary>Temporal functions (10.3.4.8) and the clock (10.3.4.11).</summary>
internal static class TemporalFunctions
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static readonly (string, Body)[] All =
    [
        ("day of year(date: date): number", (_, a) => NumberValue.Of(D(a[0]).DayOfYear)),
        ("day of year(date: date and time): number", (_, a) => NumberValue.Of(D(a[0]).DayOfYear)),
        ("day of week(date: date): string", (_, a) => Days[D(a[0]).Weekday - 1]),
        ("day of week(date: date and time): string", (_, a) => Days[D(a[0]).Weekday - 1]),
        ("month of year(date: date): string", (_, a) => Months[D(a[0]).Month - 1]),
        ("month of year(date: date and time): string", (_, a) => Months[D(a[0]).Month - 1]),
        ("week of year(date: date): number", (_, a) => NumberValue.Of(D(a[0]).WeekOfYear)),
        ("week of year(date: date and time): number", (_, a) => NumberValue.Of(D(a[0]).WeekOfYear)),
        ("now(): date and time", (call, _) => call.Run.Options.Now is { } now ? FeelValue.From(now) : call.Fail(Messages.NoTime("now"))),
        ("today(): date", (call, _) => call.Run.Options.Now is { } now ? FeelValue.From(DateOnly.FromDateTime(now.DateTime)) : call.Fail(Messages.NoTime("today"))),
    ];

    private static CivilDate D(FeelValue? value) => value is DateTimeValue t ? t.Date : ((DateValue)value!).Date;
}

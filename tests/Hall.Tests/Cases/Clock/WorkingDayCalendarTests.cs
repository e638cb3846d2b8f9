using System.Text;
using CsCheck;
using Tongban.Hall.Cases.Clock;

namespace Tongban.Hall.Tests.Cases.Clock;

public sealed class WorkingDayCalendarTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.China;

    [Theory]
    [InlineData("2018-06-28", 20, "2018-07-26")]
    [InlineData("2018-09-28", 20, "2018-10-31")]
    [InlineData("2018-02-09", 5, "2018-02-22")]
    [InlineData("2026-09-24", 3, "2026-09-30")]
    [InlineData("2026-07-10", 0, "2026-07-10")]
    public void Period_ends_on_the_day_the_law_counts(string from, int days, string until) =>
        Assert.Equal(DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture),
            Calendar.AddWorkingDays(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), days));

    [Fact]
    public void Year_2018_has_250_working_days() =>
        Assert.Equal(250, Calendar.WorkingDaysBetween(new(2017, 12, 31), new(2018, 12, 31)));

    [Fact]
    public void Make_up_Sunday_is_a_working_day_and_a_holiday_Monday_is_not()
    {
        Assert.True(Calendar.IsWorkingDay(new(2018, 2, 11)));
        Assert.False(Calendar.IsWorkingDay(new(2018, 10, 1)));
    }

    [Fact]
    public void Years_with_holiday_data_are_known()
    {
        Assert.All(Enumerable.Range(2004, 23), year => Assert.True(Calendar.Covers(year)));
        Assert.False(Calendar.Covers(2027));
    }

    [Fact]
    public void Adding_and_counting_are_inverse() =>
        Gen.Select(Gen.Int[0, 8000], Gen.Int[0, 60]).Sample((offset, days) =>
        {
            var from = new DateOnly(2004, 1, 1).AddDays(offset);
            var until = Calendar.AddWorkingDays(from, days);
            return Calendar.WorkingDaysBetween(from, until) == days && (days == 0 || Calendar.IsWorkingDay(until));
        });

    [Fact]
    public void Renewed_holidays_are_read_from_data()
    {
        using var data = new MemoryStream(Encoding.UTF8.GetBytes("""{ "2027": { "off": ["01-01"], "work": ["01-03"] } }"""));

        var renewed = WorkingDayCalendar.Load(data);

        Assert.True(renewed.Covers(2027));
        Assert.Equal(new DateOnly(2027, 1, 3), renewed.AddWorkingDays(new(2026, 12, 31), 1));
    }
}

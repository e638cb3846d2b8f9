using Tongban.Codes;
using Tongban.Sandbox.People;
using Tongban.Sandbox.Registries;

namespace Tongban.Sandbox.Tests.People;

public class DemoPeopleTests
{
    public static TheoryData<DateOnly> Days => 
        [new DateOnly(2026, 7, 1), new DateOnly(2026, 11, 23), new DateOnly(2027, 6, 30), new DateOnly(2027, 7, 1), new DateOnly(2031, 2, 28)];

    [Theory, MemberData(nameof(Days))]
    public void Numbers_AreValidAndEveryonesOwn(DateOnly today)
    {
        var people = DemoPeople.Of(today);
        Assert.All(people, d => Assert.True(CitizenNumber.TryParse(d.Person.Number, today, out _, out _)));
        Assert.All(people, d => Assert.True(MobileNumber.TryParse(d.Person.Mobile, out _, out _)));
        Assert.All(people, d => Assert.Equal(d.Person, new Population(7, 1).Find(d.Person.Number, today)));
        Assert.Equal(people.Count, people.Select(d => d.Person.Number).Distinct().Count());
        Assert.Equal(people.Count, people.Select(d => d.Person.Mobile).Distinct().Count());
        Assert.Equal(people.Count, people.Select(d => d.Person.Name).Distinct().Count());
    }

    [Theory, MemberData(nameof(Days))]
    public void Graduates_AreThoseOfTheLastSummer(DateOnly today)
    {
        var year = today.Month >= 7 ? today.Year : today.Year - 1;
        var passing = Of("林晓雯", today);
        Assert.Equal($"{year}-06-26", Ask("education", passing, today)!["graduatedOn"]);
        Assert.Equal("本科", Ask("education", passing, today)!["level"]);
        Assert.Equal(true, Ask("education", passing, today)!["fullTime"]);
        Assert.Equal(true, Ask("education", passing, today)!["degree"]);
        Assert.Equal(false, Ask("settlement", passing, today)!["received"]);
        Assert.Equal("无", Ask("criminal", passing, today)!["result"]);
        Assert.Equal("正常", Ask("population", passing, today)!["status"]);
        Assert.InRange(Age(passing, today), 22, 23);
        Assert.StartsWith("4301", Of("周子涵", today).Household);
        Assert.InRange(Age(Of("周子涵", today), today), 28, 29);
        Assert.InRange(Age(Of("罗文博", today), today), 40, 44);
        Assert.Null(Ask("education", Of("吴思远", today), today));
        Assert.Equal(false, Ask("education", Of("黄嘉敏", today), today)!["fullTime"]);
        Assert.Equal(true, Ask("settlement", Of("许浩然", today), today)!["received"]);
        Assert.Equal("待核", Ask("criminal", Of("郑雨晴", today), today)!["result"]);
        Assert.Equal("有", Ask("criminal", Of("何俊峰", today), today)!["result"]);
    }

    [Theory, MemberData(nameof(Days))]
    public void OldPeople_AreAsTold(DateOnly today)
    {
        Assert.InRange(Age(Of("梁秀英", today), today), 80, 81);
        Assert.Equal(false, Ask("allowance", Of("梁秀英", today), today)!["receiving"]);
        Assert.InRange(Age(Of("蒋素珍", today), today), 80, 82);
        Assert.Equal(200, Ask("allowance", Of("蒋素珍", today), today)!["monthlyYuan"]);
        Assert.Equal(true, Ask("death", Of("曹玉梅", today), today)!["dead"]);
        Assert.StartsWith("4201", Of("韩明远", today).Household);
        Assert.InRange(Age(Of("韩明远", today), today), 85, 86);
        Assert.InRange(Age(Of("谢小军", today), today), 16, 17);
        Assert.Equal(3, Ask("criminal", Of("沈佳宜", today), today)!["certificatesThisYear"]);
    }

    [Fact]
    public void Feng_TurnsSeventyOnTheDayTold()
    {
        var today = new DateOnly(2026, 11, 23);
        var (person, zh, _) = DemoPeople.Of(today).Single(d => d.Person.Name == "冯建国");
        Assert.Contains("2026 年 12 月 20 日", zh);
        Assert.Equal(69, Age(person, new(2026, 12, 19)));
        Assert.Equal(70, Age(person, new(2026, 12, 20)));
    }

    [Fact]
    public void LastYearsPeople_AreStillKnown()
    {
        var before = Of("林晓雯", new(2027, 6, 30));
        Assert.NotEqual(before.Number, Of("林晓雯", new(2027, 7, 1)).Number);
        Assert.Equal(before, DemoPeople.Find(before.Number));
    }

    private static Person Of(string name, DateOnly today) => DemoPeople.Of(today).Single(d => d.Person.Name == name).Person;

    private static Dictionary<string, object?>? Ask(string registry, Person person, DateOnly today) => Registry.Named(registry)!.Record(person, today);

    private static int Age(Person person, DateOnly day) =>
        CitizenNumber.TryParse(person.Number, day, out var number, out _) ? number.AgeOn(day) : -1;
}

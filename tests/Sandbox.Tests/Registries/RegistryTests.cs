using CsCheck;
using Tongban.Sandbox.People;
using Tongban.Sandbox.Registries;

namespace Tongban.Sandbox.Tests.Registries;

public class RegistryTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Records_TellEveryFieldAndNoOther_AndNothingThatIsToCome() =>
        Gen.Select(Gen.Long[0, 19_999_999], Gen.Int[0, 2000]).Sample((index, days) =>
        {
            var person = new Population(7, 20_000_000).At(index);
            var today = Today.AddDays(-days);
            foreach (var registry in Registry.All)
                if (registry.Record(person, today) is { } record)
                {
                    Assert.Equal(registry.Fields, record.Keys);
                    Assert.All(record.Values.OfType<string>().Where(v => v.Length == 10 && v[4] == '-'),
                        v => Assert.True(string.CompareOrdinal(v, $"{today:yyyy-MM-dd}") <= 0 || person.BirthDate > today, $"{registry.Name} {v}"));
                }
        }, iter: 5_000);

    [Fact]
    public void AllowanceOfTheDead_HasEnded()
    {
        var person = Old() with { DiedOn = Today };
        Assert.Equal(true, Ask("allowance", person, Today.AddDays(-1))["receiving"]);
        Assert.Equal(false, Ask("allowance", person, Today)["receiving"]);
        Assert.Equal(false, Ask("death", person, Today.AddDays(-1))["dead"]);
        Assert.Equal(true, Ask("death", person, Today)["dead"]);
    }

    [Theory]
    [InlineData(70, 200)]
    [InlineData(79, 200)]
    [InlineData(80, 300)]
    [InlineData(90, 500)]
    [InlineData(100, 1000)]
    public void Allowance_IsPaidAtTheRateOfTheAgeAtWhichItBegan(int age, int yuan)
    {
        var person = Old();
        Assert.Equal(yuan, Ask("allowance", person with { AllowanceSince = person.BirthDate.AddYears(age) }, Today.AddYears(20))["monthlyYuan"]);
    }

    [Fact]
    public void SocialInsurance_GrowsMonthByMonth_UntilRetirementOrDeath()
    {
        var person = Old() with { SocialInsurance = new(new(2025, 1, 1), new(2026, 6, 1), "深圳市") };
        Assert.Null(Registry.Named("socialsecurity")!.Record(person, new(2025, 1, 31)));
        Assert.Equal(1, Ask("socialsecurity", person, new(2025, 2, 1))["months"]);
        Assert.Equal(12, Ask("socialsecurity", person, new(2026, 1, 15))["months"]);
        Assert.Equal(18, Ask("socialsecurity", person, Today)["months"]);
        Assert.Equal("2026-06-01", Ask("socialsecurity", person, Today)["lastMonth"]);
        Assert.Equal(2, Ask("socialsecurity", person with { DiedOn = new(2025, 3, 9) }, Today)["months"]);
    }

    private static Person Old() => DemoPeople.Of(Today).Single(d => d.Person.Name == "蒋素珍").Person;

    private static Dictionary<string, object?> Ask(string registry, Person person, DateOnly today) => Registry.Named(registry)!.Record(person, today)!;
}

using CsCheck;
using Tongban.Codes;
using Tongban.Sandbox.People;

namespace Tongban.Sandbox.Tests;

public class PopulationTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void EveryPerson_IsFoundByTheirOwnNumber()
    {
        var people = new Population(seed: 7, size: 20_000_000);
        Gen.Long[0, 19_999_999].Sample(index =>
        {
            var person = people.At(index);
            return people.Find(person.Number) == person && CitizenNumber.TryParse(person.Number, Today, out var number, out _)
                && number.BirthDate == person.BirthDate && number.IsMale == person.IsMale;
        }, iter: 20_000);
    }

    [Fact]
    public void SameSeed_GivesTheSamePeople_AnotherSeedOthers()
    {
        Assert.Equal(new Population(7, 1000).At(12), new Population(7, 1000).At(12));
        Assert.NotEqual(new Population(7, 1000).At(12).Number, new Population(8, 1000).At(12).Number);
    }

    [Fact]
    public void APersonBeyondTheSize_IsNotKnown()
    {
        var number = new Population(7, 20_000_000).At(5_000).Number;
        Assert.Null(new Population(7, 5_000).Find(number));
        Assert.NotNull(new Population(7, 5_001).Find(number));
    }

    [Fact]
    public void DemoPeople_HaveValidAndDistinctNumbers()
    {
        Assert.All(DemoPeople.All, d => Assert.True(CitizenNumber.TryParse(d.Person.Number, Today, out _, out _)));
        Assert.Equal(DemoPeople.All.Count, DemoPeople.All.Select(d => d.Person.Number).Distinct().Count());
        Assert.Equal(DemoPeople.All.Count, DemoPeople.All.Select(d => d.Person.Mobile).Distinct().Count());
        Assert.All(DemoPeople.All, d => Assert.Equal(11, d.Person.Mobile.Length));
    }
}

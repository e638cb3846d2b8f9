using CsCheck;
using Tongban.Codes;
using Tongban.Sandbox.People;

namespace Tongban.Sandbox.Tests.People;

public class PopulationTests
{
    private const int Size = 20_000_000;
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void EveryPerson_IsFoundByTheirOwnNumber()
    {
        Gen.Select(Gen.Int, Gen.Long[0, Population.Most - 1]).Sample((seed, index) =>
        {
            var people = new Population(seed, Population.Most);
            var person = people.At(index);
            return people.Find(person.Number, Today) == person && CitizenNumber.TryParse(person.Number, Today, out var number, out _)
                && number.BirthDate == person.BirthDate && number.IsMale == person.IsMale;
        }, iter: 10_000);
    }

    [Fact]
    public void TwoPeople_NeverShareANumber()
    {
        var people = new Population(7, Size);
        var numbers = new HashSet<string>();
        for (long index = 0; index < 30_000; index++) Assert.True(numbers.Add(people.At(index).Number));
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
        var number = new Population(7, Size).At(5_000).Number;
        Assert.Null(new Population(7, 5_000).Find(number, Today));
        Assert.NotNull(new Population(7, 5_001).Find(number, Today));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void ASizeThatCannotBe_IsRefused(long size) => Assert.Throws<ArgumentOutOfRangeException>(() => new Population(7, size));

    [Fact]
    public void AnyText_IsAPersonOrNobody()
    {
        var people = new Population(7, Size);
        Gen.OneOf(Gen.String, Gen.Char["0123456789Xx -"].Array[18].Select(c => new string(c))).Sample(text => people.Find(text, Today)?.Number != "");
        Assert.Null(people.Find("4403032000010101AX", Today));
        Assert.Null(people.Find(people.At(0).Number[..17], Today));
    }

    [Fact]
    public void Shares_AreThoseOfACity()
    {
        var people = Enumerable.Range(0, 40_000).Select(i => new Population(7, Size).At(i)).ToList();
        Assert.InRange(Per1000(p => p.Criminal == CriminalRecord.Hit), 3.5, 6.5);
        Assert.InRange(Per1000(p => p.Criminal == CriminalRecord.Doubt), 1, 3.5);
        Assert.InRange(Per1000(p => p.IsMale), 480, 520);
        Assert.InRange(Per1000(p => p.Education is not null), 200, 400);
        Assert.InRange(Per1000(p => p.DiedOn <= Today), 20, 200);
        Assert.InRange(Per1000(p => p.BirthDate.AddYears(80) <= Today), 20, 80);

        double Per1000(Func<Person, bool> is_) => people.Count(is_) * 1000.0 / people.Count;
    }

    [Fact]
    public void Lives_MakeSense() => Gen.Long[0, Size - 1].Sample(index =>
    {
        var p = new Population(7, Size).At(index);
        Assert.True(p.DiedOn > p.BirthDate.AddYears(19));
        if (p.Education is { } e)
        {
            Assert.InRange(e.GraduatedOn.Year - p.BirthDate.Year, 21, 29);
            Assert.Equal(18, e.CertificateNumber.Length);
            Assert.False(e is { Level: "专科", Degree: true });
        }
        if (p.Settlement is { } s) Assert.True(s.On > p.Education!.GraduatedOn);
        if (p.AllowanceSince is { } since) Assert.True(since >= p.BirthDate.AddYears(70).AddDays(-31) && p.Household.StartsWith("4403", StringComparison.Ordinal));
        Assert.True(RegionCode.TryParse(p.Household, out _));
        Assert.True(MobileNumber.TryParse(p.Mobile, out _, out _));
    }, iter: 20_000);
}

using CsCheck;

namespace Tongban.Codes.Tests;

public class CitizenNumberTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly Gen<CitizenNumber> Numbers =
        Gen.Select(Gen.Int[110000, 659999], Gen.Int[0, 35_000], Gen.Int[0, 999], (region, days, order) =>
            CitizenNumber.Create($"{region}", new DateOnly(1930, 1, 1).AddDays(days), order));

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("440524188001010014")]
    [InlineData(" 11010519491231002x ")]
    [InlineData("110105 19491231 002X")]
    [InlineData("110105-19491231-002X")]
    [InlineData("１１０１０５１９４９１２３１００２ｘ")]
    [InlineData("110105\u3000194912310\u00A002X")]
    public void Valid_IsRead(string text)
    {
        Assert.True(CitizenNumber.TryParse(text, Today, out var number, out var problem));
        Assert.Null(problem);
        Assert.Equal(18, number.Value.Length);
        Assert.Equal(CitizenNumber.Normalise(text), number.Value);
    }

    [Theory]
    [InlineData("1101051949123100", "citizen-number.length")]
    [InlineData("11010519491231002X1", "citizen-number.length")]
    [InlineData("", "citizen-number.length")]
    [InlineData(null, "citizen-number.length")]
    [InlineData("110105491231002", "citizen-number.length")]
    [InlineData("11010519491231A02X", "citizen-number.characters")]
    [InlineData("X1010519491231002X", "citizen-number.characters")]
    [InlineData("11010519491231002Y", "citizen-number.characters")]
    [InlineData("١١٠١٠٥١٩٤٩١٢٣١٠٠٢٢", "citizen-number.characters")]
    [InlineData("一10105194912310021", "citizen-number.characters")]
    [InlineData("01010519491231002X", "citizen-number.region")]
    [InlineData("91010519491231002X", "citizen-number.region")]
    [InlineData("11010519490231002X", "citizen-number.birth-date")]
    [InlineData("11010519000229002X", "citizen-number.birth-date")]
    [InlineData("11010500000101002X", "citizen-number.birth-date")]
    [InlineData("110105202612310020", "citizen-number.future")]
    [InlineData("110105202611240020", "citizen-number.future")]
    [InlineData("110105194912310021", "citizen-number.check")]
    public void Wrong_SaysWhatIsWrong(string? text, string code)
    {
        Assert.False(CitizenNumber.TryParse(text, Today, out var number, out var problem));
        Assert.Null(number);
        Assert.Equal(code, problem.Code);
        Assert.NotEmpty(problem.Zh);
        Assert.NotEmpty(problem.En);
    }

    [Fact]
    public void TooShort_SaysHowManyWereGiven()
    {
        CitizenNumber.TryParse("1101051949123100X", Today, out _, out var problem);
        Assert.Equal("身份证号码是 18 位，您填了 17 位", problem!.Zh);
    }

    [Fact]
    public void BornToday_IsRead() =>
        Assert.True(CitizenNumber.TryParse(CitizenNumber.Create("440305", Today, 12).Value, Today, out _, out _));

    [Fact]
    public void Made_IsReadAgainWithItsParts() => Numbers.Sample(made =>
    {
        Assert.True(CitizenNumber.TryParse(made.Value, Today, out var read, out _));
        Assert.Equal(made, read);
        Assert.Equal(made.Value[..6], read.Region);
        Assert.Equal((made.Value[16] - '0') % 2 == 1, read.IsMale);
    });

    [Fact]
    public void AnyCharacterChanged_IsRefused() => Numbers.Sample(made =>
        Changes.OfOneCharacter(made.Value, "0123456789X").All(changed => !CitizenNumber.TryParse(changed, Today, out _, out _)), iter: 200);

    [Fact]
    public void NeighboursSwapped_IsRefused() => Numbers.Sample(made =>
        Changes.OfNeighbours(made.Value).All(changed => !CitizenNumber.TryParse(changed, Today, out _, out _)), iter: 500);

    [Fact]
    public void AnyText_IsReadOrRefusedWithAReason() => Gen.String.Sample(text =>
        CitizenNumber.TryParse(text, Today, out var number, out var problem) ? number is not null : problem is not null);

    [Theory]
    [InlineData(1990, 6, 15, 2025, 6, 14, 34)]
    [InlineData(1990, 6, 15, 2025, 6, 15, 35)]
    [InlineData(2004, 2, 29, 2025, 2, 28, 20)]
    [InlineData(2004, 2, 29, 2025, 3, 1, 21)]
    [InlineData(2004, 2, 29, 2024, 2, 29, 20)]
    public void Age_GrowsOnTheBirthday(int y, int m, int d, int ty, int tm, int td, int age) =>
        Assert.Equal(age, CitizenNumber.Create("440305", new(y, m, d), 1).AgeOn(new(ty, tm, td)));

    [Fact]
    public void Masked_ShowsTheLastFourOnly() =>
        Assert.Equal("**************002X", CitizenNumber.Create("110105", new(1949, 12, 31), 2).Masked);

    [Theory]
    [InlineData("44030", 1)]
    [InlineData("44030A", 1)]
    [InlineData("440305", -1)]
    [InlineData("440305", 1000)]
    public void PartOfAnotherForm_IsRefusedByTheMaker(string region, int order) =>
        Assert.ThrowsAny<ArgumentException>(() => CitizenNumber.Create(region, Today, order));
}

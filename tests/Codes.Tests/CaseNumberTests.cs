using CsCheck;

namespace Tongban.Codes.Tests;

public class CaseNumberTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    private static readonly Gen<string> Numbers = Gen.Select(Gen.Int[100000, 659999], Gen.Int[0, 999], Gen.Int[1, 999_999],
        (region, authority, serial) => CaseNumber.Create($"{region}", $"{authority:000}", Day, serial));

    [Fact]
    public void Parts_StandInTheirOrder()
    {
        var number = CaseNumber.Create("440300", "012", Day, 345);
        Assert.StartsWith("44030001220261123000345", number);
        Assert.Equal(CaseNumber.Length, number.Length);
    }

    // The standard's rule for checking a whole number: the last sum is 1 modulo 10. "07945" is its own example.
    [Fact]
    public void Check_IsIso7064Mod11_10()
    {
        Assert.Equal(1, LastSum("07945"));
        Numbers.Sample(number => LastSum(number) == 1);
    }

    private static int LastSum(string number)
    {
        var product = 10;
        foreach (var digit in number[..^1].Select(c => c - '0')) product = ((product + digit + 9) % 10 + 1) * 2 % 11;
        return (product + (number[^1] - '0')) % 10;
    }

    [Fact]
    public void Typed_IsReadAsWritten() => Numbers.Sample(number =>
        CaseNumber.TryParse($" {number[..6]}-{number[6..9]} {number[9..]}", out var read, out _) && read == number);

    [Fact]
    public void AnyDigitChanged_IsRefused() => Numbers.Sample(number =>
        Changes.OfOneCharacter(number, "0123456789").All(changed => !CaseNumber.TryParse(changed, out _, out _)), iter: 200);

    [Theory]
    [InlineData(null, "case-number.length")]
    [InlineData("4403000122026112300034", "case-number.length")]
    [InlineData("44030001220261123000345A", "case-number.characters")]
    public void Wrong_SaysWhatIsWrong(string? text, string code)
    {
        Assert.False(CaseNumber.TryParse(text, out _, out var problem));
        Assert.Equal(code, problem.Code);
    }

    [Theory]
    [InlineData("44030", "012", 1)]
    [InlineData("44030X", "012", 1)]
    [InlineData("440300", "12", 1)]
    [InlineData("440300", "O12", 1)]
    [InlineData("440300", "012", 0)]
    [InlineData("440300", "012", -5)]
    [InlineData("440300", "012", 1_000_000)]
    public void PartOfAnotherForm_IsRefusedByTheMaker(string region, string authority, long serial) =>
        Assert.ThrowsAny<ArgumentException>(() => CaseNumber.Create(region, authority, Day, serial));
}

using CsCheck;

namespace Tongban.Codes.Tests;

public class SocialCreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly Gen<SocialCreditCode> Codes =
        Gen.Select(Gen.Char[Alphabet].Array[2], Gen.Int[110000, 659999], Gen.Char[Alphabet].Array[8], (kind, region, organisation) =>
            SocialCreditCode.Create(new string(kind), $"{region}", new string(organisation)));

    [Theory]
    [InlineData("11440300007542689J")]
    [InlineData("11440300MB2C94128A")]
    public void Valid_IsReadAndMadeAgain(string text)
    {
        Assert.True(SocialCreditCode.TryParse(text, out var code, out _));
        Assert.Equal(code, SocialCreditCode.Create(text[..2], text[2..8], text[8..16]));
    }

    [Theory]
    [InlineData(" 11440300mb2c94128a")]
    [InlineData("11 440300 MB2C94128 A")]
    [InlineData("１１４４０３００ＭＢ２Ｃ９４１２８Ａ")]
    public void Typed_IsReadAsWritten(string text)
    {
        Assert.True(SocialCreditCode.TryParse(text, out var code, out _));
        Assert.Equal("11440300MB2C94128A", code.Value);
    }

    [Theory]
    [InlineData("11440300007542689", "social-credit-code.length")]
    [InlineData(null, "social-credit-code.length")]
    [InlineData("1144030000754268OJ", "social-credit-code.characters")]
    [InlineData("1144030000754268企J", "social-credit-code.characters")]
    [InlineData("11440A00007542689J", "social-credit-code.region")]
    [InlineData("11440300007542688J", "social-credit-code.check")]
    [InlineData("11440300007542689K", "social-credit-code.check")]
    public void Wrong_SaysWhatIsWrong(string? text, string expected)
    {
        Assert.False(SocialCreditCode.TryParse(text, out _, out var problem));
        Assert.Equal(expected, problem.Code);
    }

    [Fact]
    public void AnyCharacterChanged_IsRefused() => Codes.Sample(made =>
        SocialCreditCode.TryParse(made.Value, out var read, out _) && read == made
        && Changes.OfOneCharacter(made.Value, Alphabet).All(changed => !SocialCreditCode.TryParse(changed, out _, out _)), iter: 100);

    [Theory]
    [InlineData("1", "440300", "00754268")]
    [InlineData("11", "44030", "00754268")]
    [InlineData("11", "440300", "0075426I")]
    public void PartOfAnotherForm_IsRefusedByTheMaker(string kind, string region, string organisation) =>
        Assert.Throws<ArgumentException>(() => SocialCreditCode.Create(kind, region, organisation));
}

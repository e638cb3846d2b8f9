namespace Tongban.Codes.Tests;

public class MobileAndQueryCodeTests
{
    [Theory]
    [InlineData("13800138000")]
    [InlineData("+86 138-0013-8000")]
    [InlineData("0086 13800138000")]
    [InlineData("１３８００１３８０００")]
    public void Mobile_IsReadAndMasked(string text)
    {
        Assert.True(MobileNumber.TryParse(text, out var number, out _));
        Assert.Equal("13800138000", number);
        Assert.Equal("138****8000", MobileNumber.Mask(number));
    }

    [Theory]
    [InlineData(null, "mobile.length")]
    [InlineData("1380013800", "mobile.length")]
    [InlineData("12800138000", "mobile.characters")]
    [InlineData("23800138000", "mobile.characters")]
    [InlineData("1380013800A", "mobile.characters")]
    public void Mobile_Wrong_SaysWhatIsWrong(string? text, string code)
    {
        Assert.False(MobileNumber.TryParse(text, out _, out var problem));
        Assert.Equal(code, problem.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1380013800")]
    public void Mask_OfAnythingElse_ShowsNothing(string text) => Assert.Equal("****", MobileNumber.Mask(text));

    [Fact]
    public void QueryCode_HasNoCharacterThatIsMistaken()
    {
        var codes = Enumerable.Range(0, 500).Select(_ => QueryCode.New()).ToList();
        Assert.Equal(500, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Equal(8, code.Length));
        Assert.DoesNotContain(string.Concat(codes), c => "01OILUV".Contains(c));
    }

    [Theory]
    [InlineData("abcd-2345")]
    [InlineData(" ABCD 2345 ")]
    [InlineData("ａｂｃｄ２３４５")]
    public void QueryCode_Typed_IsReadAsWritten(string text) => Assert.Equal("ABCD2345", QueryCode.Normalise(text));
}

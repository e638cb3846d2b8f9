using CsCheck;

namespace Tongban.Codes.Tests;

public class ItemAndRegionTests
{
    [Theory]
    [InlineData("440106003000", true)]
    [InlineData("44010600300", false)]
    [InlineData("44010600300A", false)]
    [InlineData(null, false)]
    public void BasicCode_IsTwelveDigits(string? code, bool valid) => Assert.Equal(valid, ItemCode.IsBasic(code));

    [Theory]
    [InlineData("11440300007542689J3440106003000", true)]
    [InlineData("11440300007542689J1440106003000", true)]
    [InlineData("11440300007542689J7440106003000", false)]
    [InlineData("11440300007542689j3440106003000", false)]
    [InlineData("11440300007542688J3440106003000", false)]
    [InlineData("11440300007542689J344010600300X", false)]
    [InlineData(null, false)]
    public void ImplementationCode_IsCheckedPartByPart(string? code, bool valid) => Assert.Equal(valid, ItemCode.IsImplementation(code));

    [Theory]
    [InlineData("11440300007542689J344010600300001", true)]
    [InlineData("11440300007542689J34401060030000A", false)]
    [InlineData("11440300007542688J344010600300001", false)]
    public void HandlingCode_AddsASerial(string code, bool valid) => Assert.Equal(valid, ItemCode.IsHandling(code));

    [Fact]
    public void Type_IsReadOffTheBasicCode() => Assert.Equal("01", ItemCode.TypeOf("440106003000"));

    [Theory]
    [InlineData("440303001001", RegionLevel.Community, "440303001000")]
    [InlineData("440303001000", RegionLevel.Street, "440303000000")]
    [InlineData("440303000000", RegionLevel.District, "440300000000")]
    [InlineData("440300000000", RegionLevel.City, "440000000000")]
    [InlineData("440000000000", RegionLevel.Province, null)]
    [InlineData("441900003000", RegionLevel.Street, "441900000000")]
    public void Region_KnowsItsLevelAndWhereItLies(string text, RegionLevel level, string? parent)
    {
        Assert.True(RegionCode.TryParse(text, out var region));
        Assert.Equal(level, region.Level);
        Assert.Equal(parent, region.Parent?.Value);
    }

    [Theory]
    [InlineData("44030300100")]
    [InlineData("44030300100A")]
    [InlineData("040303001001")]
    [InlineData(null)]
    public void Region_OfAnotherForm_IsNotRead(string? text) => Assert.False(RegionCode.TryParse(text, out _));

    [Fact]
    public void Region_LiesInItselfAndInAllAboveIt_NeverInItsParts() =>
        Gen.Select(Gen.Int[110000, 659999], Gen.Int[0, 999], Gen.Int[0, 999]).Sample((county, street, community) =>
        {
            Assert.True(RegionCode.TryParse($"{county}{street:000}{community:000}", out var region));
            for (var above = region; above is not null; above = above.Parent)
            {
                Assert.True(region.IsWithin(above));
                Assert.Equal(above == region, above.IsWithin(region));
            }
        });
}

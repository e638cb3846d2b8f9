using CsCheck;

namespace Tongban.Codes.Tests;

public class CodesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("440524188001010014")]
    [InlineData(" 11010519491231002x ")]
    public void CitizenNumber_Valid_IsRead(string text) => Assert.True(CitizenNumber.TryParse(text, Today, out _, out _));

    [Theory]
    [InlineData("1101051949123100", "citizen-number.length")]
    [InlineData("", "citizen-number.length")]
    [InlineData(null, "citizen-number.length")]
    [InlineData("11010519491231A02X", "citizen-number.characters")]
    [InlineData("01010519491231002X", "citizen-number.region")]
    [InlineData("11010519490231002X", "citizen-number.birth-date")]
    [InlineData("110105202612310020", "citizen-number.birth-date")]
    [InlineData("110105194912310021", "citizen-number.check")]
    public void CitizenNumber_Wrong_SaysWhatIsWrong(string? text, string code)
    {
        Assert.False(CitizenNumber.TryParse(text, Today, out _, out var problem));
        Assert.Equal(code, problem.Code);
    }

    [Fact]
    public void CitizenNumber_AnyDigitChanged_IsRefused() =>
        Gen.Select(Gen.Int[0, 30000], Gen.Int[0, 999], Gen.Int[0, 16], Gen.Int[1, 9]).Sample((days, order, place, shift) =>
        {
            var number = CitizenNumber.Create("440305", new DateOnly(1930, 1, 1).AddDays(days), order).Value.ToCharArray();
            number[place] = (char)('0' + (number[place] - '0' + shift) % 10);
            return !CitizenNumber.TryParse(new string(number), Today, out _, out _);
        });

    [Theory]
    [InlineData(1990, 6, 15, 2025, 6, 14, 34)]
    [InlineData(1990, 6, 15, 2025, 6, 15, 35)]
    [InlineData(2004, 2, 29, 2025, 2, 28, 20)]
    [InlineData(2004, 2, 29, 2025, 3, 1, 21)]
    public void Age_GrowsOnTheBirthday(int y, int m, int d, int ty, int tm, int td, int age) =>
        Assert.Equal(age, CitizenNumber.Create("440305", new(y, m, d), 1).AgeOn(new(ty, tm, td)));

    [Theory]
    [InlineData("11440300007542689J")]
    [InlineData("11440300MB2C94128A")]
    public void SocialCreditCode_Valid_IsReadAndMadeAgain(string text)
    {
        Assert.True(SocialCreditCode.TryParse(text, out var code, out _));
        Assert.Equal(code, SocialCreditCode.Create(text[..2], text[2..8], text[8..16]));
    }

    [Theory]
    [InlineData("11440300007542689", "social-credit-code.length")]
    [InlineData("1144030000754268OJ", "social-credit-code.characters")]
    [InlineData("11440300007542688J", "social-credit-code.check")]
    [InlineData("11440300007542689K", "social-credit-code.check")]
    public void SocialCreditCode_Wrong_SaysWhatIsWrong(string text, string expected)
    {
        Assert.False(SocialCreditCode.TryParse(text, out _, out var problem));
        Assert.Equal(expected, problem.Code);
    }

    [Fact]
    public void ItemCodes_AreCheckedPartByPart()
    {
        Assert.True(ItemCode.IsImplementation("11440300007542689J3440106003000"));
        Assert.False(ItemCode.IsImplementation("11440300007542688J3440106003000"));
        Assert.Equal("01", ItemCode.TypeOf("440106003000"));
    }

    [Fact]
    public void Regions_KnowTheirLevelAndParents()
    {
        Assert.True(RegionCode.TryParse("440303001001", out var community));
        Assert.True(RegionCode.TryParse("440300000000", out var city));
        Assert.Equal(RegionLevel.Community, community.Level);
        Assert.Equal("440303001000", community.Parent!.Value);
        Assert.True(community.IsWithin(city));
        Assert.False(city.IsWithin(community));
    }

    [Fact]
    public void CaseNumber_AnyDigitChanged_IsRefused() =>
        Gen.Select(Gen.Int[1, 999_999], Gen.Int[0, CaseNumber.Length - 1], Gen.Int[1, 9]).Sample((serial, place, shift) =>
        {
            var number = CaseNumber.Create("440300", "012", Today, serial);
            var changed = number.ToCharArray();
            changed[place] = (char)('0' + (changed[place] - '0' + shift) % 10);
            return CaseNumber.TryParse(number[..6] + "-" + number[6..], out var read, out _) && read == number
                && !CaseNumber.TryParse(new string(changed), out _, out _);
        });

    [Theory]
    [InlineData("+86 138-0013-8000", true)]
    [InlineData("12800138000", false)]
    [InlineData("1380013800", false)]
    public void Mobile_IsCheckedAndMasked(string text, bool valid)
    {
        Assert.Equal(valid, MobileNumber.TryParse(text, out var number, out _));
        if (valid) Assert.Equal("138****8000", MobileNumber.Mask(number!));
    }

    [Fact]
    public void QueryCode_HasNoCharacterThatIsMistaken()
    {
        var codes = string.Concat(Enumerable.Range(0, 500).Select(_ => QueryCode.New()));
        Assert.Equal(4000, codes.Length);
        Assert.DoesNotContain(codes, c => "01OILUV".Contains(c));
    }
}

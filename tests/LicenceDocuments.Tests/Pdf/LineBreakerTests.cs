using CsCheck;
using Tongban.LicenceDocuments.Pdf;

namespace Tongban.LicenceDocuments.Tests.Pdf;

public class LineBreakerTests
{
    // A Latin character is half as wide as a Chinese one.
    private static double Measure(string text) => text.EnumerateRunes().Sum(r => r.IsAscii ? 0.5 : 1);

    private static string Broken(string text, double width) => string.Join('|', LineBreaker.Break(text, width, Measure));

    [Theory]
    [InlineData("甲乙丙丁戊己", 4, "甲乙丙丁|戊己")]
    [InlineData("甲乙丙丁，戊", 4, "甲乙丙|丁，戊")]
    [InlineData("甲乙丙丁）。戊", 4, "甲乙丙|丁）。戊")]
    [InlineData("甲乙丙《丁戊》", 4, "甲乙丙|《丁戊》")]
    [InlineData("甲乙丙“《丁戊", 5, "甲乙丙|“《丁戊")]
    [InlineData("满 35 周岁的人", 3, "满 35|周岁的|人")]
    [InlineData("共 12.5 元", 3, "共|12.5|元")]
    [InlineData("见 https://a.example/b/c 页", 7, "见 https://|a.example/b/c|页")]
    [InlineData("abcdefgh", 2, "abcd|efgh")]
    [InlineData("，，，，，", 2, "，，|，，|，")]
    [InlineData("甲\n乙", 9, "甲|乙")]
    [InlineData("𠮷𠮷𠮷", 2, "𠮷𠮷|𠮷")]
    [InlineData("甲", 0.1, "甲")]
    public void Paragraph_IsBrokenAfterTheRules(string text, double width, string expected) => Assert.Equal(expected, Broken(text, width));

    [Fact]
    public void BrokenLines_LoseNothingButBlanksAndFit() => Gen.String["甲乙丙，。（）“”《》ab1. /"].Array[0, 30].Select(p => string.Concat(p)).Sample(text =>
    {
        var lines = LineBreaker.Break(text, 8, Measure);
        return string.Concat(lines).Replace(" ", "") == text.Replace(" ", "") && lines.All(l => Measure(l) <= 8);
    });
}

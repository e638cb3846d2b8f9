namespace Tongban.Decisions.Tests;

/// <summary>Names as people give them: spaces, signs, any script, even those of functions (10.3.1.2).</summary>
public class NameTests
{
    private static readonly (string Name, FeelValue Value)[] Names =
    [
        ("Pre-bureau risk", 1), ("a/b", 2), ("O'Neil", 3), ("date of birth and death", new DateOnly(2000, 1, 1)), ("date", new DateOnly(2001, 1, 1)), ("in and out", 5), ("a", 7), ("b", 11),
        ("a-b", 13), ("学历（最高）", "本科"), ("申请人", new FeelContext { ["出生 日期"] = new DateOnly(1990, 5, 1), ["in"] = 17, ["子女"] = new FeelList([new FeelContext { ["年龄"] = 3 }, new FeelContext { ["年龄"] = 12 }]) }),
        ("🐎 数", 19), ("_x", 23), ("item 1", 29),
    ];

    private static readonly FeelScope Scope = new([.. Names.Select(n => (n.Name, n.Value.Type))]);

    [Theory]
    [InlineData("Pre-bureau risk + 1", "2")]
    [InlineData("a/b", "2")]
    [InlineData("a / b < 1", "true")]
    [InlineData("O'Neil * 2", "6")]
    [InlineData("date of birth and death.year", "2000")]
    [InlineData("date.year + date(\"2024-01-01\").year", "4025")]
    [InlineData("in and out + a", "12")]
    [InlineData("a-b", "13")]
    [InlineData("a - b", "-4")]
    [InlineData("学历（最高） = \"本科\"", "true")]
    [InlineData("申请人.出生 日期.month", "5")]
    [InlineData("申请人.in", "17")]
    [InlineData("申请人.子女[年龄 < 6].年龄", "[3]")]
    [InlineData("count(申请人.子女[item.年龄 < a])", "1")]
    [InlineData("some 孩 子 in 申请人.子女 satisfies 孩 子.年龄 > 10", "true")]
    [InlineData("for 孩 子 in 申请人.子女 return 孩 子.年龄 + a", "[10, 19]")]
    [InlineData("🐎 数 + _x", "42")]
    [InlineData("item 1 + 1", "30")]
    [InlineData("{a: 1, 乘 积: a * 2, 再: {a: 乘 积}}.再.a", "2")]
    [InlineData("(function(甲 数: number, 乙: number) 甲 数 - 乙)(乙: 1, 甲 数: 5)", "4")]
    [InlineData("{申请人: {年龄: 5}, 结果: 申请人.年龄}.结果", "5")]
    public void Name_Found(string text, string expected)
    {
        var parsed = Feel.Parse(text, Scope);
        Assert.True(parsed.Ok, string.Join("; ", parsed.Problems));
        var inputs = new FeelContext();
        foreach (var (name, value) in Names)
            inputs.Add(name, value);
        Assert.Equal(expected, parsed.Value!.Evaluate(inputs).Value.ToString());
    }
}

using System.Globalization;
using System.Text.Json;

namespace Tongban.Decisions.Tests;

/// <summary>Expressions as data rows: text, and the value as a literal.</summary>
public class FeelTests
{
    private static readonly FeelScope Scope = new(
        ("年龄", FeelType.Number),
        ("学历", FeelType.Context(("层次", FeelType.String), ("毕业 院校", FeelType.String))),
        ("月 收入（元）", FeelType.Number),
        ("有无犯罪记录", FeelType.Boolean),
        ("缴费记录", FeelType.List(FeelType.Context(("月份", FeelType.Date), ("金额", FeelType.Number)))));

    private static readonly FeelContext Inputs = new()
    {
        { "年龄", 24 },
        { "学历", new FeelContext { { "层次", "本科" }, { "毕业 院校", "南方大学" } } },
        { "月 收入（元）", 8000.50m },
        { "有无犯罪记录", false },
        { "缴费记录", new[] { new Dictionary<string, object> { ["月份"] = new DateOnly(2025, 1, 1), ["金额"] = 300 }, new Dictionary<string, object> { ["月份"] = new DateOnly(2025, 2, 1), ["金额"] = 500 } } },
    };

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("1 / 3", "0.3333333333333333333333333333333333")]
    [InlineData("1234567890123456789012345678901234 + 1", "1234567890123456789012345678901235")]
    [InlineData("9999999999999999999999999999999999 + 1", "10000000000000000000000000000000000")]
    [InlineData("-5 ** 2", "25")]
    [InlineData("-1 instance of number", "true")]
    [InlineData("3 - 1 - -1", "3")]
    [InlineData("2 ** 0.5", "1.414213562373095048801688724209698")]
    [InlineData("exp(1)", "2.718281828459045235360287471352662")]
    [InlineData("log(10)", "2.302585092994045684017991454684364")]
    [InlineData("1 / 0", "null")]
    [InlineData("年龄 >= 18 and 学历.层次 in (\"本科\", \"硕士\")", "true")]
    [InlineData("学历.毕业 院校", "\"南方大学\"")]
    [InlineData("月 收入（元） * 12", "96006")]
    [InlineData("not(有无犯罪记录)", "true")]
    [InlineData("缴费记录[金额 > 400].月份", "[@\"2025-02-01\"]")]
    [InlineData("sum(缴费记录.金额)", "800")]
    [InlineData("缴费记录[-1].金额", "500")]
    [InlineData("for 记录 in 缴费记录 return 记录.金额 * 2", "[600, 1000]")]
    [InlineData("some 记录 in 缴费记录 satisfies 记录.金额 > 400", "true")]
    [InlineData("every 记录 in 缴费记录 satisfies 记录.金额 > 400", "false")]
    [InlineData("for i in 1..5 return if i = 1 then 1 else i * partial[-1]", "[1, 2, 6, 24, 120]")]
    [InlineData("{加倍: function(x: number) x * 2, 结果: 加倍(21)}.结果", "42")]
    [InlineData("{f: function(n) if n <= 1 then 1 else n * f(n - 1), r: f(10)}.r", "3628800")]
    [InlineData("date(\"2024-02-29\") + duration(\"P1Y\")", "@\"2025-02-28\"")]
    [InlineData("@\"2025-03-01\" - @\"2025-02-01\"", "@\"P28D\"")]
    [InlineData("(@\"2025-03-01\" - @\"2025-02-01\").days", "28")]
    [InlineData("years and months duration(date(\"2001-06-15\"), date(\"2025-06-14\")).years", "23")]
    [InlineData("string length(\"𠮷野家\")", "3")]
    [InlineData("substring(\"政务服务\", 3)", "\"服务\"")]
    [InlineData("replace(\"𠮷a\", \".\", \"x\")", "\"xx\"")]
    [InlineData("replace(\"𠮷𠮷a\", \"𠮷+\", \"x\")", "\"xa\"")]
    [InlineData("replace(\"𠮷ab\", \"[^a]\", \"-\")", "\"-a-\"")]
    [InlineData("replace(\"𠮷ab\", \"[𠮷b]\", \"-\")", "\"-a-\"")]
    [InlineData("matches(\"a\\nb\", \"a.b\")", "false")]
    [InlineData("matches(\"a b\", \"a\\s[b c]\", \"x\")", "true")]
    [InlineData("split(\"甲、乙、丙\", \"、\")", "[\"甲\", \"乙\", \"丙\"]")]
    [InlineData("number(\"1.000.000,01\", \".\", \",\")", "1000000.01")]
    [InlineData("{} instance of context<>", "true")]
    [InlineData("matches(\"深圳市南山区\", \"^深圳.*区$\")", "true")]
    [InlineData("substring(string: \"abc\", start position: 2)", "\"bc\"")]
    [InlineData("null and false", "false")]
    [InlineData("null or true", "true")]
    [InlineData("null and true", "null")]
    [InlineData("5 between 1 and 10", "true")]
    [InlineData("5 in [1..5[", "false")]
    [InlineData("5 in ((1..5[, 7, >= 5)", "true")]
    [InlineData("5 in ([[4, 5]])[1]", "true")]
    [InlineData("5 in (2) + 3", "true")]
    [InlineData("[1, 2, 3] instance of list<number>", "true")]
    [InlineData("// 说明\n1 /* 二 */ + 1", "2")]
    [InlineData("sort([3, 1, 2], function(a, b) a > b)", "[3, 2, 1]")]
    public void Expression_Evaluates(string text, string expected)
    {
        var parsed = Feel.Parse(text, Scope);
        Assert.True(parsed.Ok, string.Join("; ", parsed.Problems));
        Assert.Equal(expected, parsed.Value!.Evaluate(Inputs).Value.ToString());
    }

    [Theory]
    [InlineData("年龄 > \"18\"", "feel-not-comparable", 1, 4)]
    [InlineData("年纪 > 18", "feel-unknown-name", 1, 1)]
    [InlineData("1 +\n  年纪", "feel-unknown-name", 2, 3)]
    [InlineData("学历.级别", "feel-no-entry", 1, 3)]
    [InlineData("年龄 and true", "feel-not-boolean", 1, 1)]
    [InlineData("年龄 + \"1\"", "feel-no-result", 1, 4)]
    [InlineData("substring(年龄)", "feel-wrong-arguments", 1, 1)]
    [InlineData("string length(年龄)", "feel-wrong-arguments", 1, 1)]
    [InlineData("if 年龄 then 1 else 2", "feel-not-boolean", 1, 4)]
    [InlineData("(1 + 2", "feel-expected", 1, 7)]
    [InlineData("“本科”", "feel-wide-sign", 1, 1)]
    [InlineData("\"abc", "feel-unclosed-string", 1, 1)]
    [InlineData("@\"2025-02-30\"", "feel-bad-at-literal", 1, 1)]
    [InlineData("1 +", "feel-unexpected-end", 1, 4)]
    [InlineData("x instance of 人员", "feel-unknown-name", 1, 1)]
    public void Mistake_ReportedWithPlace(string text, string code, int line, int column)
    {
        var parsed = Feel.Parse(text, Scope);
        Assert.False(parsed.Ok);
        var problem = parsed.Problems[0];
        Assert.Equal((code, line, column), (problem.Code, problem.Line, problem.Column));
        Assert.NotEqual(problem.Zh, problem.En);
    }

    [Theory]
    [InlineData("< 35", 24, true)]
    [InlineData("[18..35)", 35, false)]
    [InlineData("18, 24", 24, true)]
    [InlineData("not(18, 24)", 24, false)]
    [InlineData("not([18..24))", 24, true)]
    [InlineData("not((18..24])", 24, false)]
    [InlineData("not(? < 20) and ? < 30", 24, true)]
    [InlineData("[18..24), (24..30], 24", 24, true)]
    [InlineData("(..24]", 24, true)]
    [InlineData("(24..)", 24, false)]
    [InlineData("-", 24, true)]
    [InlineData("? > 20 and ? < 30", 24, true)]
    [InlineData("年龄 + 1", 25, true)]
    [InlineData("< 18, > 60", 70, true)]
    public void UnaryTests_Hold(string text, int input, bool expected)
    {
        var parsed = Feel.ParseUnaryTests(text, Scope, FeelType.Number);
        Assert.True(parsed.Ok, string.Join("; ", parsed.Problems));
        Assert.Equal(expected, parsed.Value!.Evaluate(new FeelContext { ["?"] = input, ["年龄"] = 24 }).Value);
    }

    [Fact]
    public void UnaryTestOfWrongType_Reported() =>
        Assert.Equal("feel-not-comparable", Feel.ParseUnaryTests("\"本科\"", Scope, FeelType.Number).Problems[0].Code);

    [Fact]
    public void UsedNames_ListedWithPaths()
    {
        var expression = Feel.Parse("年龄 > 18 and 学历.层次 = \"本科\" and count(缴费记录[金额 > 0]) > 0", Scope).Require();
        Assert.Equal(["学历.层次", "年龄", "缴费记录"], expression.Uses.Order(StringComparer.Ordinal));
        Assert.Equal(FeelType.Boolean, expression.Type);
    }

    [Fact]
    public void Json_BecomesWhatIsExpected()
    {
        using var json = JsonDocument.Parse("""{"出生": "2003-05-01", "收入": 1234567890123456789012345.6789, "子女": ["甲", "乙"]}""");
        var type = FeelType.Context(("出生", FeelType.Date), ("收入", FeelType.Number), ("子女", FeelType.List(FeelType.String)));
        Assert.Equal("""{出生: @"2003-05-01", 收入: 1234567890123456789012345.6789, 子女: ["甲", "乙"]}""", FeelValue.FromJson(json.RootElement, type).ToString());
    }

    private sealed record Person(string 姓名, DateOnly 出生日期, IReadOnlyList<int> 分数);

    [Fact]
    public void Record_BecomesContext() => Assert.Equal(
        """{姓名: "甲", 出生日期: @"2000-01-02", 分数: [1, 2]}""", FeelContext.Of(new Person("甲", new(2000, 1, 2), [1, 2])).ToString());

    [Fact]
    public void Now_IsWhatTheCallerSays()
    {
        var now = new DateTimeOffset(2026, 1, 31, 23, 30, 0, TimeSpan.FromHours(8));
        var today = Feel.Parse("today()", FeelScope.Empty).Require();
        Assert.Equal("@\"2026-01-31\"", today.Evaluate([], new() { Now = now }).Value.ToString());
        Assert.Equal("feel-no-time", Assert.Single(today.Evaluate([]).Diagnostics).Code);
    }

    [Theory]
    [InlineData("count(for a in 1..10000000 return a)")]
    [InlineData("{f: function(n) f(n + 1), r: f(0)}.r")]
    [InlineData("for a in 1..3000, b in 1..3000, c in 1..3000 return a")]
    public void EndlessWork_GivenUpWithReason(string text)
    {
        var evaluation = Feel.Parse(text, FeelScope.Empty).Require().Evaluate([], new() { Fuel = 1_000_000 });
        Assert.True(evaluation.Value.IsNull);
        Assert.Contains(evaluation.Diagnostics, d => d.Code is "feel-out-of-fuel" or "feel-too-deep");
    }

    [Fact]
    public void Objects_ConvertBothWays()
    {
        var value = FeelValue.From(new Dictionary<string, object?> { ["a"] = 1.5, ["b"] = new TimeOnly(8, 30), ["c"] = TimeSpan.FromHours(36), ["d"] = null });
        Assert.Equal("""{a: 1.5, b: @"08:30:00", c: @"P1DT12H", d: null}""", value.ToString());
        var back = Assert.IsType<Dictionary<string, object?>>(value.ToObject());
        Assert.Equal(1.5m, back["a"]);
        Assert.Equal(TimeSpan.FromHours(36), back["c"]);
        Assert.Equal(new DateOnly(2025, 1, 2), FeelValue.From(new DateOnly(2025, 1, 2)).ToObject());
        Assert.True(FeelValue.From(1).Equals(FeelValue.From(1.00m)), string.Create(CultureInfo.InvariantCulture, $"{1} = {1.00m}"));
    }
}

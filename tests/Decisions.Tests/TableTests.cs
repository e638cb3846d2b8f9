namespace Tongban.Decisions.Tests;

/// <summary>Tables and what they give, row by row.</summary>
public class TableTests
{
    private const string Ages = """
        U | 年龄: number | 学历: string || 结论: string
        < 35             | "本科"       || "通过"
        [35..45)         | "硕士","博士" || "通过"
        >= 45            | -            || "人工"
        """;

    private const string Overlapping = """
        {0} | 年龄: number || 津贴: number
        >= 60              || 100
        >= 70              || 200
        >= 80              || 500
        """;

    private const string Ranked = """
        {0} | 年龄: number || 等级: string in "高","中","低"
        >= 60              || "低"
        >= 80              || "高"
        >= 70              || "中"
        """;

    private const string Dates = """
        U | 申请日期: date                               || 标准: number
        < date("2020-01-01")                            || 100
        [date("2020-01-01")..date("2024-07-01"))        || 200
        >= @"2024-07-01"                                || 300
        """;

    private const string Several = """
        F | 收入: number | 有房: boolean || 档次: string else "不予" | 金额: number else 0
        < 1000.005       | false         || "一档" | 收入 * 0.1
        < 1000.005       | true          || "二档" | 50
        ?  < 2000        | not(true)     || "三档" | 30
        """;

    private const string Precise = """
        U | 数: number                                || 结果: number
        0.1000000000000000000000000000000001          || 1
        (0.1000000000000000000000000000000001..1]     || 2
        < 0.1000000000000000000000000000000001        || 3
        """;

    private const string Nulls = """
        F | 配偶: string || 结果: string
        null              || "未婚"
        not(null)         || "已婚"
        """;

    private const string Restricted = """
        U | 学历: string in "本科","硕士" || 结果: number in [0..10]
        "本科"                            || 1
        "硕士"                            || 99
        -                                 || 5
        """;

    private const string Empty = """
        C | 年龄: number || 结果: string
        """;

    private const string Broken = """
        U | 年龄: number || 结果: number
        < 18              || 1 / 0
        >= 18             || 年龄 + "岁"
        """;

    [Theory]
    [InlineData(Ages, "{年龄: 34.999, 学历: \"本科\"}", "\"通过\"", "1")]
    [InlineData(Ages, "{年龄: 35, 学历: \"本科\"}", "null", "")]
    [InlineData(Ages, "{年龄: 35, 学历: \"博士\"}", "\"通过\"", "2")]
    [InlineData(Ages, "{年龄: 45, 学历: \"博士\"}", "\"人工\"", "3")]
    [InlineData(Ages, "{年龄: 50}", "\"人工\"", "3")]
    [InlineData(Ages, "{年龄: null, 学历: \"本科\"}", "null", "")]
    [InlineData(Ages, "{}", "null", "")]
    [InlineData(Ages, "{年龄: \"三十\", 学历: \"本科\"}", "null", "")]
    [InlineData(Dates, "{申请日期: @\"2019-12-31\"}", "100", "1")]
    [InlineData(Dates, "{申请日期: @\"2020-01-01\"}", "200", "2")]
    [InlineData(Dates, "{申请日期: @\"2024-06-30\"}", "200", "2")]
    [InlineData(Dates, "{申请日期: @\"2024-07-01\"}", "300", "3")]
    [InlineData(Dates, "{申请日期: \"2024-07-01\"}", "null", "")]
    [InlineData(Several, "{收入: 1000, 有房: false}", "{档次: \"一档\", 金额: 100}", "1")]
    [InlineData(Several, "{收入: 1000.005, 有房: false}", "{档次: \"三档\", 金额: 30}", "3")]
    [InlineData(Several, "{收入: 1000.005, 有房: true}", "{档次: \"不予\", 金额: 0}", "")]
    [InlineData(Precise, "{数: 0.1000000000000000000000000000000001}", "1", "1")]
    [InlineData(Precise, "{数: 0.1000000000000000000000000000000002}", "2", "2")]
    [InlineData(Precise, "{数: 0.1}", "3", "3")]
    [InlineData(Nulls, "{配偶: null}", "\"未婚\"", "1")]
    [InlineData(Nulls, "{}", "\"未婚\"", "1")]
    [InlineData(Nulls, "{配偶: \"李某\"}", "\"已婚\"", "2")]
    [InlineData(Empty, "{年龄: 3}", "[]", "")]
    [InlineData(Broken, "{年龄: 3}", "null", "1")]
    public void Table_Gives(string table, string inputs, string expected, string rules)
    {
        var evaluation = Tables.Load(table).Value!.Decision("结果")!.Evaluate(Context(inputs));
        Assert.Equal(expected, evaluation.Value.ToString());
        Assert.Equal(rules, string.Join(",", evaluation.HitRules));
    }

    [Theory]
    [InlineData("U", 65, "100", "1")]
    [InlineData("U", 75, "null", "1,2")]
    [InlineData("A", 75, "null", "1,2")]
    [InlineData("F", 85, "100", "1")]
    [InlineData("R", 85, "[100, 200, 500]", "1,2,3")]
    [InlineData("C", 75, "[100, 200]", "1,2")]
    [InlineData("C+", 85, "800", "1,2,3")]
    [InlineData("C<", 85, "100", "1,2,3")]
    [InlineData("C>", 85, "500", "1,2,3")]
    [InlineData("C#", 75, "2", "1,2")]
    [InlineData("C", 10, "[]", "")]
    [InlineData("C+", 10, "null", "")]
    [InlineData("C#", 10, "0", "")]
    [InlineData("F", 10, "null", "")]
    public void HitPolicy_Decides(string policy, int age, string expected, string rules)
    {
        var evaluation = Tables.Decision(Overlapping.Replace("{0}", policy, StringComparison.Ordinal)).Evaluate(new() { ["年龄"] = age });
        Assert.Equal(expected, evaluation.Value.ToString());
        Assert.Equal(rules, string.Join(",", evaluation.HitRules));
    }

    [Theory]
    [InlineData("P", 85, "\"高\"")]
    [InlineData("P", 75, "\"中\"")]
    [InlineData("O", 85, "[\"高\", \"中\", \"低\"]")]
    public void Priority_FollowsOutputValues(string policy, int age, string expected) =>
        Assert.Equal(expected, Tables.Decision(Ranked.Replace("{0}", policy, StringComparison.Ordinal)).Evaluate(new() { ["年龄"] = age }).Value.ToString());

    [Theory]
    [InlineData(Overlapping, "U", "{年龄: 75}", "dmn-overlap")]
    [InlineData(Overlapping, "A", "{年龄: 75}", "dmn-conflict")]
    [InlineData(Overlapping, "F", "{年龄: 5}", "dmn-no-rule-hit")]
    [InlineData(Ages, "", "{年龄: 5}", "feel-missing-input")]
    [InlineData(Ages, "", "{年龄: \"五\", 学历: null}", "dmn-wrong-input")]
    [InlineData(Restricted, "", "{学历: \"小学\"}", "dmn-not-allowed")]
    [InlineData(Broken, "", "{年龄: 3}", "feel-no-result")]
    [InlineData(Broken, "", "{年龄: 30}", "feel-no-result")]
    public void WhatBecameNull_Explained(string table, string policy, string inputs, string code)
    {
        var evaluation = Tables.Load(table.Replace("{0}", policy, StringComparison.Ordinal)).Value!.Decision("结果")!.Evaluate(Context(inputs));
        Assert.Contains(evaluation.Diagnostics, d => d.Code == code);
        Assert.All(evaluation.Diagnostics, d => Assert.NotEqual(d.Zh, d.En));
    }

    [Fact]
    public void TableAgainstTypes_ReportedWithPlaceInFile()
    {
        var loaded = Tables.Load(Broken);
        var problem = Assert.Single(loaded.Problems, p => p.Code == "feel-no-result");
        Assert.Equal("结果", problem.Where);
        Assert.True(problem.Line > 5 && problem.Column > 1);
    }

    [Fact]
    public void Explained_AndPlain_GiveTheSame()
    {
        foreach (var table in new[] { Ages, Dates, Several, Precise, Nulls })
        {
            var decision = Tables.Decision(table);
            foreach (var inputs in new[] { "{}", "{年龄: 35, 学历: \"博士\"}", "{申请日期: @\"2024-07-01\"}", "{收入: 1000, 有房: true}", "{数: 1}", "{配偶: \"李某\"}" })
            {
                Evaluation plain = decision.Evaluate(Context(inputs)), explained = decision.Evaluate(Context(inputs), new() { Explain = true });
                Assert.Equal(plain.Value.ToString(), explained.Value.ToString());
                Assert.Equal(plain.HitRules, explained.HitRules);
                Assert.Equal(explained.HitRules, explained.Explanation!.Rules.Where(r => r.Hit).Select(r => r.Index).Take(explained.HitRules.Count));
                Assert.All(explained.Explanation.Rules, r => Assert.Equal(r.Hit, r.Cells.All(c => c.Outcome == true)));
            }
        }
    }

    private static FeelContext Context(string literal) => Assert.IsType<FeelContext>(Feel.Parse(literal, FeelScope.Empty).Require().Evaluate([]).Value);
}

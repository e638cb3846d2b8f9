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

    private const string Months = """
        U | 缴费月数: number | 最近缴费: date | 期间: years and months duration || 待遇: string
        >= 180               | >= date("2024-01-01") | >= duration("P15Y")                || "足额"
        [60..180)            | [@"2023-01-01"..@"2024-12-31"] | < @"P15Y"               || "部分"
        < 60                 | -                     | -                               || "退还"
        """;

    private const string Lists = """
        C | 子女: Any                                  || 补贴: number
        count(?) >= 3                                  || 300
        some 孩 in ? satisfies 孩.年龄 < 3             || 200
        every 孩 in ? satisfies 孩.在读 = true         || 100
        null                                           || 0
        """;

    private const string Texts = """
        F | 证件号: string                           || 判断: string
        not(matches(?, "^\\d{17}[\\dX]$"))           || "格式不对"
        starts with(?, "4403")                       || "本市"
        "440300200001010000", "440300200001010001"   || "不会到这里"
        -                                            || "外地"
        """;

    private const string Amounts = """
        C+ | 收入: number | 人口: number || 金额: number
        < 1234567890123456789012345678901234    | -    || 0.0000000000000000000000000000000001
        [0..2000 * 人口]                        | > 0  || decimal(收入 / 人口, 2)
        -                                       | null || 1
        """;

    private const string Multiple = """
        O | 分: number || 等级: string in "优","良","差" | 名次: number in 1,2,3
        >= 60          || "良" | 2
        >= 90          || "优" | 1
        >= 60          || "良" | 1
        < 90           || "差" | 3
        """;

    private const string Defaults = """
        U | 状态: string in "正常","注销",null || 结论: string in "准","不准" else "不准" | 说明: string
        "正常"                              || "准" | "可以"
        """;

    private const string Clock = """
        F | 到达: time | 办结: date and time || 时段: string
        [@"09:00:00"..@"12:00:00")  | - || "上午"
        [@"14:00:00"..@"18:00:00"]  | < @"2026-01-01T00:00:00Z" || "下午旧"
        [@"14:00:00"..@"18:00:00"]  | - || "下午"
        """;

    private const string Questions = """
        U | 年龄: number | 上限: number || 结果: string
        ? <= 上限 and ? >= 18          | -        || "可"
        > 上限                         | not(null) || "超龄"
        < 18                           | -        || "未成年"
        """;

    [Theory]
    [InlineData(Months, "{缴费月数: 180, 最近缴费: @\"2024-01-01\", 期间: @\"P15Y\"}", "\"足额\"", "1")]
    [InlineData(Months, "{缴费月数: 180, 最近缴费: @\"2023-12-31\", 期间: @\"P15Y\"}", "null", "")]
    [InlineData(Months, "{缴费月数: 60, 最近缴费: @\"2024-12-31\", 期间: @\"P14Y11M\"}", "\"部分\"", "2")]
    [InlineData(Months, "{缴费月数: 59.5}", "\"退还\"", "3")]
    [InlineData(Months, "{缴费月数: 200, 最近缴费: @\"2024-01-01\", 期间: @\"P5479D\"}", "null", "")]
    [InlineData(Lists, "{子女: [{年龄: 2, 在读: false}, {年龄: 8, 在读: true}, {年龄: 12, 在读: true}]}", "[300, 200]", "1,2")]
    [InlineData(Lists, "{子女: [{年龄: 8, 在读: true}]}", "[100]", "3")]
    [InlineData(Lists, "{子女: []}", "[100]", "3")]
    [InlineData(Lists, "{子女: null}", "[0]", "4")]
    [InlineData(Texts, "{证件号: \"44030019900101001X\"}", "\"本市\"", "2")]
    [InlineData(Texts, "{证件号: \"44030019900101001x\"}", "\"格式不对\"", "1")]
    [InlineData(Texts, "{证件号: \"110101199001010010\"}", "\"外地\"", "4")]
    [InlineData(Texts, "{证件号: null}", "\"外地\"", "4")]
    [InlineData(Amounts, "{收入: 1234567890123456789012345678901233, 人口: 3}", "0.0000000000000000000000000000000001", "1")]
    [InlineData(Amounts, "{收入: 5000, 人口: 3}", "1666.67", "1,2")]
    [InlineData(Amounts, "{收入: 1234567890123456789012345678901234, 人口: null}", "1", "3")]
    [InlineData(Amounts, "{收入: 1234567890123456789012345678901234, 人口: 1}", "null", "")]
    [InlineData(Multiple, "{分: 95}", "[{等级: \"优\", 名次: 1}, {等级: \"良\", 名次: 1}, {等级: \"良\", 名次: 2}]", "1,2,3")]
    [InlineData(Multiple, "{分: 70}", "[{等级: \"良\", 名次: 1}, {等级: \"良\", 名次: 2}, {等级: \"差\", 名次: 3}]", "1,3,4")]
    [InlineData(Multiple, "{分: null}", "[]", "")]
    [InlineData(Defaults, "{状态: \"正常\"}", "{结论: \"准\", 说明: \"可以\"}", "1")]
    [InlineData(Defaults, "{状态: \"注销\"}", "{结论: \"不准\", 说明: null}", "")]
    [InlineData(Defaults, "{状态: \"失踪\"}", "{结论: \"不准\", 说明: null}", "")]
    [InlineData(Defaults, "{状态: null}", "{结论: \"不准\", 说明: null}", "")]
    [InlineData(Clock, "{到达: @\"09:00:00\"}", "\"上午\"", "1")]
    [InlineData(Clock, "{到达: @\"12:00:00\"}", "null", "")]
    [InlineData(Clock, "{到达: @\"18:00:00\", 办结: @\"2026-01-01T07:59:59+08:00\"}", "\"下午旧\"", "2")]
    [InlineData(Clock, "{到达: @\"18:00:00\", 办结: @\"2026-01-01T08:00:00+08:00\"}", "\"下午\"", "3")]
    [InlineData(Clock, "{到达: @\"18:00:00Z\"}", "null", "")]
    [InlineData(Questions, "{年龄: 35, 上限: 35}", "\"可\"", "1")]
    [InlineData(Questions, "{年龄: 36, 上限: 35}", "\"超龄\"", "2")]
    [InlineData(Questions, "{年龄: 17, 上限: 35}", "\"未成年\"", "3")]
    [InlineData(Questions, "{年龄: 36, 上限: null}", "null", "")]
    [InlineData(Questions, "{年龄: 10, 上限: 5}", "null", "2,3")]
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
    [InlineData(Questions, "", "{年龄: 10, 上限: 5}", "dmn-overlap")]
    [InlineData(Defaults, "", "{状态: \"失踪\"}", "dmn-not-allowed")]
    [InlineData(Months, "", "{缴费月数: 200, 最近缴费: @\"2024-01-01\", 期间: @\"P5479D\"}", "dmn-wrong-input")]
    [InlineData(Clock, "", "{到达: @\"18:00:00Z\"}", "feel-not-comparable")]
    [InlineData(Empty, "", "{年龄: \"三\"}", "dmn-wrong-input")]
    public void WhatBecameNull_Explained(string table, string policy, string inputs, string code)
    {
        var evaluation = Tables.Load(table.Replace("{0}", policy, StringComparison.Ordinal)).Value!.Decision("结果")!.Evaluate(Context(inputs));
        Assert.Contains(evaluation.Diagnostics, d => d.Code == code);
        Assert.All(evaluation.Diagnostics, d => Assert.NotEqual(d.Zh, d.En));
    }

    [Theory]
    [InlineData(Ages, "{年龄: 36, 学历: \"本科\"}", "1: 年龄 36 < 35; 2: 学历 本科 \"硕士\",\"博士\"; 3: 年龄 36 >= 45")]
    [InlineData(Ages, "{年龄: 36}", "2: 学历 null \"硕士\",\"博士\"; 3: 年龄 36 >= 45; 1: 年龄 36 < 35, 学历 null \"本科\"")]
    [InlineData(Ages, "{年龄: 20, 学历: \"本科\"}", "")]
    [InlineData(Overlapping, "{年龄: 5}", "1: 年龄 5 >= 60; 2: 年龄 5 >= 70; 3: 年龄 5 >= 80")]
    [InlineData(Dates, "{申请日期: null}", "1: 申请日期 null < date(\"2020-01-01\"); 2: 申请日期 null [date(\"2020-01-01\")..date(\"2024-07-01\")); 3: 申请日期 null >= @\"2024-07-01\"")]
    public void NoHit_NearestRulesSayWhatWasMissing(string table, string inputs, string expected)
    {
        var evaluation = Tables.Load(table.Replace("{0}", "U", StringComparison.Ordinal)).Value!.Decision("结果")!.Evaluate(Context(inputs), new() { Explain = true });
        Assert.Equal(expected, string.Join("; ", evaluation.Explanation!.NearestRules.Select(r => $"{r.Rule.Index}: {string.Join(", ", r.Failed.Select(c => $"{c.Input} {c.Value.ToText()} {c.Test}"))}")));
        Assert.All(evaluation.Explanation.NearestRules, r => Assert.Equal($"第{r.Rule.Index}条", Assert.Single(r.Rule.Annotations).Value));
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
        foreach (var table in new[] { Ages, Dates, Several, Precise, Nulls, Months, Lists, Texts, Amounts, Multiple, Defaults, Clock, Questions })
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

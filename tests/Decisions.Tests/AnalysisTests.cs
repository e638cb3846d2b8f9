namespace Tongban.Decisions.Tests;

/// <summary>What the analysis finds in tables: code, and what its message must name.</summary>
public class AnalysisTests
{
    [Theory]
    [InlineData("""
        U | 年龄: number || 结果: number
        < 35              || 1
        >= 35             || 2
        """, "", "")]
    [InlineData("""
        U | 年龄: number || 结果: number
        <= 35             || 1
        >= 35             || 2
        """, "dmn-overlapping-rules", "年龄: 35")]
    [InlineData("""
        U | 年龄: number || 结果: number
        < 35              || 1
        > 35              || 2
        """, "dmn-gap", "年龄: 35")]
    [InlineData("""
        U | 年龄: number || 结果: number
        [18..35)          || 1
        [40..60]          || 2
        """, "dmn-gap", "年龄: < 18, [35..40), > 60")]
    [InlineData("""
        A | 年龄: number || 结果: number
        < 40              || 1
        >= 35             || 1
        """, "", "")]
    [InlineData("""
        A | 年龄: number || 结果: number
        < 40              || 1
        >= 35             || 2
        """, "dmn-contradicting-rules", "[35..40)")]
    [InlineData("""
        F | 年龄: number || 结果: number
        < 40              || 1
        >= 30             || 2
        [35..50]          || 3
        """, "dmn-unreachable-rule", "3")]
    [InlineData("""
        P | 年龄: number || 结果: string in "高","低"
        -                 || "高"
        >= 30             || "低"
        """, "dmn-unreachable-rule", "2")]
    [InlineData("""
        U | 学历: string in "专科","本科","硕士" || 结果: number
        "专科"                                    || 1
        "本科"                                    || 2
        """, "dmn-gap", "学历: \"硕士\"")]
    [InlineData("""
        U | 学历: string || 结果: number
        "专科","本科"     || 1
        not("专科","本科") || 2
        """, "", "")]
    [InlineData("""
        U | 有房: boolean | 年龄: number || 结果: number
        true              | -            || 1
        false             | < 60         || 2
        """, "dmn-gap", "有房: false; 年龄: >= 60")]
    [InlineData("""
        U | 日期: date               || 结果: number
        <= date("2024-06-30")         || 1
        >= date("2024-07-01")         || 2
        """, "", "")]
    [InlineData("""
        U | 日期: date               || 结果: number
        < date("2024-06-30")          || 1
        >= date("2024-07-01")         || 2
        """, "dmn-gap", "2024-06-30")]
    [InlineData("""
        U | 年龄: number || 结果: number else 0
        < 35              || 1
        """, "", "")]
    [InlineData("""
        U | 甲: number | 乙: number || 结果: number
        < 乙           | -           || 1
        >= 乙          | -           || 2
        """, "", "")]
    [InlineData("""
        C | 年龄: number || 结果: number
        < 35              || 1
        < 30              || 2
        """, "", "")]
    [InlineData("""
        U | 年龄: number in [0..150] || 结果: number
        [0..60)                       || 1
        [60..150]                     || 2
        """, "", "")]
    [InlineData("""
        U | 学历: string in "专科","本科" || 结果: string in "是","否"
        "专科","本课"                     || "是"
        "本科"                            || "否"
        """, "dmn-impossible-value", "\"本课\"")]
    [InlineData("""
        U | 有房: boolean || 结果: string in "是","否"
        true              || "是"
        false             || "不"
        """, "dmn-impossible-value", "\"不\"")]
    [InlineData("""
        U | 甲: number | 乙: number || 结果: number else 0
        < 乙           | 1           || 1
        < 乙           | >= 1        || 2
        """, "dmn-overlapping-rules", "甲: < 乙; 乙: 1")]
    [InlineData("""
        U | 甲: number | 乙: number || 结果: number
        -              | -           || 1
        < 乙           | 2           || 2
        """, "dmn-overlapping-rules", "甲: < 乙; 乙: 2")]
    [InlineData("""
        U | 甲: number | 乙: number || 结果: number
        < 乙           | -           || 1
        < 乙 + 1       | -           || 2
        """, "", "")]
    [InlineData("""
        F | 甲: number | 乙: number || 结果: number
        < 乙           | < 10        || 1
        -              | >= 5        || 2
        < 乙           | [0..9]      || 3
        """, "dmn-unreachable-rule", "3")]
    [InlineData("""
        U | 学历: string || 结果: number
        "专科"           || 1
        "本科"           || 2
        """, "dmn-gap", "学历: not(\"专科\", \"本科\")")]
    public void Table_Analysed(string table, string code, string named)
    {
        var findings = Tables.Load(table).Require().Analyse();
        if (code.Length == 0)
            Assert.Empty(findings);
        else
            Assert.Contains(findings, f => f.Code == code && f.En.Contains(named, StringComparison.Ordinal));
        Assert.True(findings.All(f => code.Length == 0 || f.Code == code), string.Join("; ", findings));
    }

    [Fact]
    public void LargeTable_AnalysedInTime()
    {
        var rules = Enumerable.Range(0, 1000).Select(i => $"[{i / 10 * 5}..{(i / 10 * 5) + 5}) | {(i % 10 == 9 ? $"not({string.Join(",", Enumerable.Range(0, 9).Select(n => $"\"{n}\""))})" : $"\"{i % 10}\"")} || {i}");
        var model = Tables.Load("U | 数: number | 码: string || 结果: number\n" + string.Join("\n", rules)).Require();
        var gaps = model.Analyse();
        Assert.Equal(["dmn-gap"], gaps.Select(g => g.Code).Distinct());
        Assert.Contains(gaps, g => g.En.Contains("数: < 0, >= 500", StringComparison.Ordinal));
    }

    [Fact]
    public void UnusedInput_Reported()
    {
        var xml = Tables.Xml("U | 年龄: number || 结果: number\n- || 1").Replace("</definitions>", "<inputData id='z' name='多余'><variable name='多余'/></inputData></definitions>", StringComparison.Ordinal);
        Assert.Contains(DmnModel.Load(xml).Require().Analyse(), p => p.Code == "dmn-unused-input" && p.Where == "多余");
    }
}

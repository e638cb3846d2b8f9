namespace Tongban.Decisions.Tests;

/// <summary>A table as an authority writes it: what a page needs of it is all there.</summary>
public class SettlementTests
{
    private static readonly DmnModel Model = DmnModel.Load(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Models", "settlement.dmn"))).Require();
    private static readonly DmnDecision Result = Model.Decision("审批结果")!;

    private static FeelContext Inputs(string? level, string born = "2000-06-30") => new()
    {
        { "学历", new FeelContext { { "层次", level }, { "毕业日期", new DateOnly(2024, 7, 1) } } },
        { "出生日期", DateOnly.ParseExact(born, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) },
        { "申请日期", new DateOnly(2026, 6, 30) },
    };

    [Theory]
    [InlineData("本科", "2000-06-30", """{结论: "通过", 窗口: 1}""", 1)]
    [InlineData("本科", "1991-07-01", """{结论: "通过", 窗口: 1}""", 1)]
    [InlineData("本科", "1991-06-30", "null", 0)]
    [InlineData("博士", "1981-07-01", """{结论: "通过", 窗口: 1}""", 2)]
    [InlineData("专科", "1950-01-01", """{结论: "人工", 窗口: 2}""", 3)]
    [InlineData("小学", "2000-06-30", "null", 0)]
    [InlineData(null, "2000-06-30", "null", 0)]
    public void Case_Decided(string? level, string born, string expected, int rule)
    {
        var evaluation = Result.Evaluate(Inputs(level, born));
        Assert.Equal(expected, evaluation.Value.ToString());
        Assert.Equal(rule == 0 ? [] : new[] { rule }, evaluation.HitRules);
        Assert.Null(evaluation.Explanation);
    }

    [Fact]
    public void ValueOutsideAllowedOnes_Reported()
    {
        var evaluation = Result.Evaluate(Inputs("小学"));
        Assert.Contains(evaluation.Diagnostics, d => d.Code == "dmn-not-allowed" && d.Zh.Contains("小学", StringComparison.Ordinal));
        Assert.Contains(evaluation.Diagnostics, d => d.Code == "dmn-no-rule-hit");
    }

    [Fact]
    public void MissingInput_Reported() =>
        Assert.Contains(Result.Evaluate([]).Diagnostics, d => d.Code == "feel-missing-input" && d.Zh.Contains("学历", StringComparison.Ordinal));

    [Fact]
    public void InputNamedLikeDecision_StandsInForIt()
    {
        var inputs = Inputs("本科", "1950-01-01");
        inputs["年龄"] = 20;
        Assert.Equal("""{结论: "通过", 窗口: 1}""", Result.Evaluate(inputs).Value.ToString());
    }

    [Fact]
    public void Hit_ExplainedWithCellsInputsAnnotationsAndRequiredDecisions()
    {
        var explanation = Result.Evaluate(Inputs("本科"), new() { Explain = true }).Explanation!;
        Assert.Equal("U", explanation.HitPolicy);
        var rule = Assert.Single(explanation.Rules, r => r.Hit);
        Assert.Equal((1, "r1"), (rule.Index, rule.Id));
        Assert.Equal("第八条第一款", rule.Annotations.Single(a => a.Key == "依据").Value);
        Assert.Equal(new CellTrace("年龄", "< 35", 26, true), rule.Cells[1]);
        Assert.Equal(26, explanation.Inputs["年龄"]);
        Assert.Empty(explanation.NearestRules);
        Assert.Equal("年龄", Assert.Single(explanation.Children).Decision);
    }

    [Fact]
    public void NoHit_NearestRulesNameTheCellThatFailed()
    {
        var explanation = Result.Evaluate(Inputs("本科", "1990-01-01"), new() { Explain = true }).Explanation!;
        var nearest = explanation.NearestRules[0];
        Assert.Equal(1, nearest.Rule.Index);
        Assert.Equal(new CellTrace("年龄", "< 35", 36, false), Assert.Single(nearest.Failed));
    }

    [Fact]
    public void WantedOutput_NearestRulesAreThoseThatGiveIt()
    {
        var explanation = Result.Evaluate(Inputs("专科"), new() { Explain = true, WantedOutput = "通过" }).Explanation!;
        Assert.Equal([1, 2], explanation.NearestRules.Select(n => n.Rule.Index));
    }

    [Fact]
    public void Model_ShowsWhatPagesNeed()
    {
        Assert.Equal(["学历", "出生日期", "申请日期"], Model.Inputs.Select(i => i.Name));
        Assert.Equal("context<层次: string, 毕业日期: date>", Model.Inputs[0].Type.ToString());
        Assert.Equal(["学历", "出生日期", "申请日期"], Result.RequiredInputs.Select(i => i.Name));
        Assert.Equal(64, Model.ContentHash.Length);
        Assert.Equal(["\"硕士\",\"博士\"", "< 45"], Result.Table!.Rules[1].Inputs);
        Assert.Equal(["结论", "窗口"], Result.Table.Outputs);
    }
}

using System.Text.RegularExpressions;

namespace Tongban.Decisions.Tests;

/// <summary>The README's examples: every line that names its result gives it.</summary>
public partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Models", "README.md"));

    [Fact]
    public void Examples_GiveWhatTheReadmeSays()
    {
        var scope = new FeelScope(("年龄", FeelType.Number), ("学历", FeelType.String));
        var rule = Feel.Parse("年龄 >= 18 and 学历 in (\"本科\", \"硕士\")", scope).Require();
        var broken = Feel.Parse("年龄 > \"18\"", scope);
        var test = Feel.ParseUnaryTests("[18..35), > 60", scope, FeelType.Number).Require();
        var decision = DmnModel.Load(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Models", "settlement.dmn"))).Require().Decision("审批结果")!;
        var evaluation = decision.Evaluate(
            new FeelContext { { "学历", new FeelContext { ["层次"] = "本科", ["毕业日期"] = new DateOnly(2024, 7, 1) } }, { "出生日期", new DateOnly(2000, 6, 30) }, { "申请日期", new DateOnly(2026, 6, 30) } },
            new() { Explain = true });
        var cell = evaluation.Explanation!.Rules[0].Cells[1];
        var results = new Dictionary<string, string>
        {
            ["rule.Type"] = rule.Type.ToString(),
            ["rule.Uses"] = string.Join(", ", rule.Uses.OrderDescending(StringComparer.Ordinal)),
            ["rule.Evaluate(new FeelContext { [\"年龄\"] = 24, [\"学历\"] = \"本科\" }).Value"] = rule.Evaluate(new FeelContext { ["年龄"] = 24, ["学历"] = "本科" }).Value.ToString(),
            ["broken.Ok"] = broken.Ok ? "true" : "false",
            ["broken.Problems[0].Zh"] = broken.Problems[0].Zh,
            ["test.Evaluate(new FeelContext { [\"?\"] = 70 }).Value"] = test.Evaluate(new FeelContext { ["?"] = 70 }).Value.ToString(),
            ["evaluation.Value"] = evaluation.Value.ToString(),
            ["evaluation.Explanation!.Rules[0].Cells[1]"] = $"Input = {cell.Input}, Test = {cell.Test}, Value = {cell.Value}, Outcome = {(cell.Outcome == true ? "true" : "false")}",
        };
        foreach (var (code, result) in results)
            Assert.Equal(result, Example(code));
    }

    private static string Example(string code) =>
        Readme.Split('\n').Where(l => l.StartsWith(code + ";", StringComparison.Ordinal)).Select(l => Comment().Match(l).Groups[1].Value.Trim()).Single();

    [GeneratedRegex(";\\s+// (.*)$")]
    private static partial Regex Comment();
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using RulesEngine.Models;
using Tongban.Decisions;

namespace Tongban.Bench;

/// <summary>
/// Decisions per CPU-second: a table of 20 rules, 5 inputs and 2 outputs, with hit rules, with full explanation, hand-written in C#, and on RulesEngine 6.0.1;
/// one expression; a table of 1,000 rules; the time to compile. Rounds are interleaved, the median is shown.
/// </summary>
public static class DecisionsBench
{
    private const int Rounds = 5;
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(400);

    private sealed record Applicant(decimal Age, string Degree, decimal Income, DateOnly Graduated, bool Record);

    public static int Run()
    {
        var people = Enumerable.Range(0, 64).Select(i => new Applicant(18 + (i % 40), i % 3 == 0 ? "专科" : "本科", i * 77 % 5000, new DateOnly(2024, 7, 1), false)).ToArray();
        var inputs = people.Select(p => new FeelContext { ["年龄"] = p.Age, ["学历"] = p.Degree, ["收入"] = p.Income, ["毕业日期"] = p.Graduated, ["有犯罪记录"] = p.Record }).ToArray();
        var clock = Stopwatch.StartNew();
        var small = Load(20);
        var compiled = clock.Elapsed;
        var large = Load(1000);
        var explain = new EvaluationOptions { Explain = true };
        var expression = Feel.Parse("if age >= 18 and degree in (\"本科\",\"硕士\") then \"通过\" else \"不通过\"", new FeelScope(("age", FeelType.Number), ("degree", FeelType.String))).Require();
        var one = new FeelContext { ["age"] = 20, ["degree"] = "硕士" };
        var peer = new RulesEngine.RulesEngine([new Workflow { WorkflowName = "t", Rules = [.. Enumerable.Range(0, 20).Select(PeerRule)] }]);
        var parameters = people.Select(p => new RuleParameter("p", p)).ToArray();
        var sink = 0;
        (string Name, Action<int> Once)[] contestants =
        [
            ("20 rules, hit rules reported", i => sink += small.Evaluate(inputs[i & 63]).HitRules.Count),
            ("20 rules, fully explained", i => sink += small.Evaluate(inputs[i & 63], explain).Explanation!.Rules.Count),
            ("20 rules, C# by hand", i => sink += ByHand(people[i & 63])),
            ("20 rules, RulesEngine 6.0.1", i => sink += peer.ExecuteAllRulesAsync("t", parameters[i & 63]).AsTask().GetAwaiter().GetResult().Count(r => r.IsSuccess)),
            ("1,000 rules, hit rules reported", i => sink += large.Evaluate(inputs[i & 63]).HitRules.Count),
            ("one expression", _ => sink += expression.Evaluate(one).Value.IsNull ? 0 : 1),
        ];
        var rates = contestants.Select(_ => new List<(double Rate, long Bytes)>()).ToArray();
        for (var round = -1; round < Rounds; round++)
            for (var c = 0; c < contestants.Length; c++)
                if (Measure(contestants[c].Once) is var measured && round >= 0)
                    rates[c].Add(measured);
        Console.WriteLine(Line($"compile 20 rules, cold: {compiled.TotalMilliseconds:N1} ms; warm: {Warm():N1} ms"));
        for (var c = 0; c < contestants.Length; c++)
        {
            var sorted = rates[c].OrderBy(r => r.Rate).ToArray();
            Console.WriteLine(Line($"{contestants[c].Name,-34} {sorted[Rounds / 2].Rate,12:N0} /CPU-s  ({sorted[0].Rate:N0} – {sorted[^1].Rate:N0})  {sorted[Rounds / 2].Bytes,8:N0} B"));
        }

        return sink == 0 ? 1 : 0;
    }

    private static (double Rate, long Bytes) Measure(Action<int> once)
    {
        var process = Process.GetCurrentProcess();
        var (bytes, start, clock) = (GC.GetAllocatedBytesForCurrentThread(), process.TotalProcessorTime, Stopwatch.StartNew());
        var count = 0;
        do
            for (var i = 0; i < 256; i++)
                once(count++);
        while (clock.Elapsed < Slice);
        process.Refresh();
        return (count / (process.TotalProcessorTime - start).TotalSeconds, (GC.GetAllocatedBytesForCurrentThread() - bytes) / count);
    }

    private static double Warm()
    {
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 20; i++)
            Load(20);
        return clock.Elapsed.TotalMilliseconds / 20;
    }

    // Five age groups of four years, twice by degree, twice by income: one rule hits each applicant at most.
    private static (int Low, string[] Degrees, bool Rich) Parts(int i) => (18 + (i % 5 * 8), i / 5 % 2 == 0 ? ["本科", "硕士"] : ["专科"], i / 10 % 2 == 1);

    private static int ByHand(Applicant p)
    {
        for (var i = 0; i < 20; i++)
        {
            var (low, degrees, rich) = Parted[i];
            if (p.Age >= low && p.Age < low + 8 && Array.IndexOf(degrees, p.Degree) >= 0 && p.Income >= 2500 == rich && p.Graduated > new DateOnly(2020, 1, 1) && !p.Record)
                return i;
        }

        return -1;
    }

    private static readonly (int Low, string[] Degrees, bool Rich)[] Parted = [.. Enumerable.Range(0, 20).Select(Parts)];

    private static Rule PeerRule(int i)
    {
        var (low, degrees, rich) = Parts(i);
        var degree = string.Join(" || ", degrees.Select(d => $"p.Degree == \"{d}\""));
        return new Rule { RuleName = $"r{i}", Expression = Line($"p.Age >= {low} && p.Age < {low + 8} && ({degree}) && {(rich ? "p.Income >= 2500" : "p.Income < 2500")} && p.Graduated > DateOnly.Parse(\"2020-01-01\") && p.Record == false") };
    }

    private static DmnDecision Load(int rules)
    {
        (string Name, string Type)[] columns = [("年龄", "number"), ("学历", "string"), ("收入", "number"), ("毕业日期", "date"), ("有犯罪记录", "boolean")];
        var xml = new StringBuilder("<definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/' name='bench' namespace='https://tongban.example/bench'>");
        foreach (var (name, type) in columns)
            xml.Append(CultureInfo.InvariantCulture, $"<inputData id='{name}' name='{name}'><variable name='{name}' typeRef='{type}'/></inputData>");
        xml.Append("<decision id='d' name='决定'><variable name='决定'/>");
        foreach (var (name, _) in columns)
            xml.Append(CultureInfo.InvariantCulture, $"<informationRequirement><requiredInput href='#{name}'/></informationRequirement>");
        xml.Append("<decisionTable hitPolicy='UNIQUE'>");
        foreach (var (name, type) in columns)
            xml.Append(CultureInfo.InvariantCulture, $"<input><inputExpression typeRef='{type}'><text>{name}</text></inputExpression></input>");
        xml.Append("<output name='结论' typeRef='string'/><output name='号' typeRef='number'/>");
        for (var i = 0; i < rules; i++)
        {
            var (low, degrees, rich) = Parts(i);
            // Beyond the first twenty, rules for other incomes: the table grows, what hits stays.
            var income = i >= 20 ? $"[{10_000 + i}..{10_001 + i})" : rich ? ">= 2500" : "< 2500";
            string[] cells = [Line($"[{low}..{low + 8})"), string.Join(',', degrees.Select(d => $"\"{d}\"")), income.Replace("<", "&lt;", StringComparison.Ordinal), "> date(\"2020-01-01\")", "false"];
            xml.Append("<rule>").Append(string.Concat(cells.Select(c => $"<inputEntry><text>{c}</text></inputEntry>")));
            xml.Append(CultureInfo.InvariantCulture, $"<outputEntry><text>\"R{i}\"</text></outputEntry><outputEntry><text>{i}</text></outputEntry></rule>");
        }

        return DmnModel.Load(xml.Append("</decisionTable></decision></definitions>").ToString()).Require().Decision("决定")!;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using Tongban.Decisions.Running;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Dmn;

/// <summary>The texts that an explanation quotes, at hand.</summary>
internal sealed class CellTexts(TableNode table)
{
    public DmnRule[] Rules { get; } = [.. table.Rules.Select(r => r.Shown)];
    public CellText[][] Cells { get; } = [.. table.Rules.Select(r => r.Shown.Inputs.Zip(table.Inputs, (test, input) => new CellText(input.Text, test)).ToArray())];
}

/// <summary>What a table did, cell by cell.</summary>
internal static class TableExplanation
{
    /// <summary>Tests every cell of every rule, even behind one that failed.</summary>
    public static RuleTrace[] Rules(Frame f, CellTexts texts, int[] slots, Predicate?[][] cells, RuleOutput[] outputs)
    {
        var rules = new RuleTrace[cells.Length];
        for (var r = 0; r < rules.Length; r++)
        {
            var traces = Cells(f, texts.Cells[r], slots, cells[r], out var hit);
            var shown = texts.Rules[r];
            rules[r] = new(shown.Index, shown.Id, hit, traces, outputs[r].Named(f, hit), shown.Annotations);
        }

        return rules;
    }

    private static CellTrace[] Cells(Frame f, CellText[] texts, int[] slots, Predicate?[] tests, out bool hit)
    {
        hit = true;
        var traces = new CellTrace[tests.Length];
        for (var c = 0; c < traces.Length; c++)
        {
            var value = f.Slots[slots[c]];
            // A dash needs no test at all.
            var outcome = tests[c] is { } test ? test(f, value) : true;
            if (outcome != true)
                hit = false;
            traces[c] = new(texts[c], value, outcome);
        }

        return traces;
    }

    public static TableTrace Of(TableNode table, Frame f, RuleTrace[] rules, FeelValue value)
    {
        var wanted = f.Run.Options.WantedOutput;
        var missed = wanted is null ? !Array.Exists(rules, r => r.Hit) : !Gives(table, value, wanted);
        return new(HitPolicies.Short(table.Policy, table.Aggregation), rules, missed ? Nearest(table, rules, wanted) : []);
    }

    private static NearRule[] Nearest(TableNode table, RuleTrace[] rules, FeelValue? wanted) =>
        [.. rules.Where(r => !r.Hit && (wanted is null || Gives(table, r.Outputs, wanted)))
            .Select(r => new NearRule(r, [.. r.Cells.Where(c => c.Outcome != true)]))
            .OrderBy(r => r.Failed.Count)];

    /// <summary>Whether an output is the wanted one: equal, equal in the first column, or with all wanted entries.</summary>
    private static bool Gives(TableNode table, FeelValue output, FeelValue wanted)
    {
        if (wanted is FeelContext entries && output is FeelContext outputs)
            return entries.All(e => Comparison.Same(outputs[e.Key], e.Value) == true);
        if (output is FeelContext named && table.Outputs.Count > 0)
            return Comparison.Same(named[table.Outputs[0].Name], wanted) == true;
        return Comparison.Same(output, wanted) == true;
    }
}

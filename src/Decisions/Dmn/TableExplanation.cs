using Tongban.Decisions.Running;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Dmn;

/// <summary>What a table did, cell by cell.</summary>
internal static class TableExplanation
{
    /// <summary>Tests every cell of every rule, even behind one that failed.</summary>
    public static RuleTrace[] Rules(TableNode table, Frame f, int[] slots, Predicate?[][] cells, RuleOutput[] outputs)
    {
        var rules = new RuleTrace[cells.Length];
        for (var r = 0; r < rules.Length; r++)
            rules[r] = Rule(table, f, slots, cells[r], outputs[r], r);
        return rules;
    }

    public static TableTrace Of(TableNode table, Frame f, RuleTrace[] rules, FeelValue value)
    {
        var wanted = f.Run.Options.WantedOutput;
        var missed = wanted is null ? !Array.Exists(rules, r => r.Hit) : !Gives(table, value, wanted);
        return new(HitPolicies.Short(table.Policy, table.Aggregation), rules, missed ? Nearest(table, rules, wanted) : []);
    }

    private static RuleTrace Rule(TableNode table, Frame f, int[] slots, Predicate?[] tests, RuleOutput output, int index)
    {
        var shown = table.Rules[index].Shown;
        var inputs = table.Inputs;
        var traces = new CellTrace[tests.Length];
        var hit = true;
        for (var c = 0; c < tests.Length; c++)
        {
            var value = f.Slots[slots[c]];
            // A dash needs no test at all.
            var outcome = tests[c] is { } test ? test(f, value) : true;
            if (outcome != true)
                hit = false;
            traces[c] = new(inputs[c].Text, shown.Inputs[c], value, outcome);
        }

        return new(shown.Index, shown.Id, hit, traces, output.Named(f, hit), shown.Annotations);
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

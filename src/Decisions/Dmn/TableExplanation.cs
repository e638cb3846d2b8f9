using Tongban.Decisions.Running;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Dmn;

/// <summary>The rules of a table as an explanation shows them. Cells of one column that ask the same are tested once.</summary>
internal sealed class CellTests
{
    private readonly DmnRule[] rules;
    private readonly List<(CellText Text, int Slot, Predicate? Test)> distinct = [];
    private readonly int[][] at;

    public CellTests(TableNode table, Predicate?[][] cells)
    {
        rules = [.. table.Rules.Select(r => r.Shown)];
        var known = new Dictionary<(int Column, string Text), int>();
        at = new int[rules.Length][];
        for (var r = 0; r < rules.Length; r++)
        {
            at[r] = new int[cells[r].Length];
            for (var c = 0; c < at[r].Length; c++)
            {
                var text = rules[r].Inputs[c];
                if (!known.TryGetValue((c, text), out var index))
                {
                    known.Add((c, text), index = distinct.Count);
                    distinct.Add((new CellText(table.Inputs[c].Text, text), table.Inputs[c].Slot, cells[r][c]));
                }

                at[r][c] = index;
            }
        }
    }

    /// <summary>Tests every cell of every rule, even behind one that failed.</summary>
    public RuleTrace[] Rules(Frame f, RuleOutput[] outputs)
    {
        var tested = new CellTrace[distinct.Count];
        for (var i = 0; i < tested.Length; i++)
        {
            var (text, slot, test) = distinct[i];
            // A dash needs no test at all.
            tested[i] = new(text, f.Slots[slot], test is null ? true : test(f, f.Slots[slot]));
        }

        var traces = new RuleTrace[rules.Length];
        for (var r = 0; r < traces.Length; r++)
        {
            var cells = Cells(tested, at[r], out var hit);
            traces[r] = new(rules[r].Index, rules[r].Id, hit, cells, outputs[r].Named(f, hit), rules[r].Annotations);
        }

        return traces;
    }

    private static CellTrace[] Cells(CellTrace[] tested, int[] at, out bool hit)
    {
        hit = true;
        var cells = new CellTrace[at.Length];
        for (var c = 0; c < cells.Length; c++)
        {
            cells[c] = tested[at[c]];
            hit &= cells[c].Outcome == true;
        }

        return cells;
    }
}

/// <summary>What a table did, cell by cell.</summary>
internal static class TableExplanation
{
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

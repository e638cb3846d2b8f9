using Tongban.Decisions.Running;
using Tongban.Decisions.Syntax.Nodes;

namespace Tongban.Decisions.Dmn;

/// <summary>Finds the rules that hit.</summary>
internal sealed class RuleMatcher
{
    private readonly int[] slots;
    private readonly (int Column, Predicate Test)[][] rules;

    public RuleMatcher(TableNode table, int[] slots, Predicate[][] cells)
    {
        this.slots = slots;
        // A dash needs no test at all.
        rules = [.. table.Rules.Select((rule, r) => rule.Cells.Index().Where(c => c.Item is not AnyTest).Select(c => (c.Index, cells[r][c.Index])).ToArray())];
    }

    /// <summary>The indexes, from 0, of the rules that hit.</summary>
    public ReadOnlySpan<int> Match(Frame f, bool firstOnly)
    {
        var count = 0;
        var hits = System.Array.Empty<int>();
        for (var r = 0; r < rules.Length; r++)
        {
            if (!Hits(f, rules[r]))
                continue;
            if (count == hits.Length)
                System.Array.Resize(ref hits, count == 0 ? 1 : count * 2);
            hits[count++] = r;
            if (firstOnly)
                break;
        }

        return hits.AsSpan(0, count);
    }

    private bool Hits(Frame f, (int Column, Predicate Test)[] tests)
    {
        foreach (var (column, test) in tests)
            if (test(f, f.Slots[slots[column]]) != true)
                return false;
        return true;
    }
}

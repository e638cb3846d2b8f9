using Tongban.Decisions.Running;

namespace Tongban.Decisions.Dmn;

/// <summary>Finds the rules that hit, giving each up at the first cell that fails.</summary>
internal sealed class RuleMatcher(int[] slots, Predicate?[][] cells)
{
    private readonly (int Slot, Predicate Test)[][] rules =
        [.. cells.Select(rule => rule.Index().Where(c => c.Item is not null).Select(c => (slots[c.Index], c.Item!)).ToArray())];

    /// <summary>The numbers, from 1, of the rules that hit.</summary>
    public int[] Match(Frame f, bool firstOnly)
    {
        int[] hits = [];
        var count = 0;
        for (var r = 0; r < rules.Length; r++)
        {
            if (!Hits(f, rules[r]))
                continue;
            if (count == hits.Length)
                Array.Resize(ref hits, Math.Max(1, count * 2));
            hits[count++] = r + 1;
            if (firstOnly)
                break;
        }

        if (count < hits.Length)
            Array.Resize(ref hits, count);
        return hits;
    }

    private static bool Hits(Frame f, (int Slot, Predicate Test)[] tests)
    {
        foreach (var (slot, test) in tests)
            if (test(f, f.Slots[slot]) != true)
                return false;
        return true;
    }
}

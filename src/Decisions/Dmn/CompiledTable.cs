using Tongban.Decisions.Running;
using Tongban.Decisions.Syntax.Nodes;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Dmn;

/// <summary>A decision table ready to run.</summary>
internal sealed class CompiledTable
{
    private readonly TableNode table;
    private readonly Code[] inputs;
    private readonly int[] slots;
    private readonly Predicate?[][] cells;
    private readonly RuleOutput[] outputs;
    private readonly RuleOutput? otherwise;
    private readonly RuleMatcher matcher;
    private readonly CellTests tests;

    public CompiledTable(TableNode table)
    {
        this.table = table;
        inputs = [.. table.Inputs.Select(i => i.Expression.Compile())];
        slots = [.. table.Inputs.Select(i => i.Slot)];
        cells = [.. table.Rules.Select(r => r.Cells.Select(c => c is AnyTest ? null : c.Compile()).ToArray())];
        var names = table.Outputs.Select(o => o.Name).ToArray();
        outputs = [.. table.Rules.Select(r => new RuleOutput(names, r.Outputs))];
        otherwise = table.Outputs.Any(o => o.Default is not null)
            ? new RuleOutput(names, [.. table.Outputs.Select(o => o.Default ?? new LiteralNode(table.Place, FeelValue.Null))])
            : null;
        matcher = new RuleMatcher(slots, cells);
        tests = new CellTests(table, cells);
    }

    public FeelValue Evaluate(Frame f)
    {
        f.Run.Burn(cells.Length + 1);
        for (var i = 0; i < inputs.Length; i++)
            f.Slots[slots[i]] = Allowed(f, i, inputs[i](f));
        return f.Run.Explain ? Explained(f) : Concluded(f, matcher.Match(f, table.Policy == HitPolicy.First));
    }

    private FeelValue Explained(Frame f)
    {
        var rules = tests.Rules(f, outputs);
        var hits = HitsOf(rules);
        var value = Concluded(f, table.Policy == HitPolicy.First ? hits[..Math.Min(1, hits.Length)] : hits);
        f.Run.Table = TableExplanation.Of(table, f, rules, value);
        return value;
    }

    private static int[] HitsOf(RuleTrace[] rules)
    {
        var count = 0;
        foreach (var rule in rules)
            count += rule.Hit ? 1 : 0;
        var hits = new int[count];
        var at = 0;
        foreach (var rule in rules)
            if (rule.Hit)
                hits[at++] = rule.Index;
        return hits;
    }

    private FeelValue Concluded(Frame f, int[] hits)
    {
        var value = hits.Length == 0 ? None(f) : Combine(f, hits);
        f.Run.Hits = hits;
        return value;
    }

    private FeelValue Allowed(Frame f, int column, FeelValue value)
    {
        var input = table.Inputs[column];
        if (input.Allowed?.Broken(f.Run, value) is not { } broken)
            return value;
        return f.Run.Fail(table.Place, Messages.NotAllowed(input.Text, broken.Value.ToString(), broken.Allowed));
    }

    private FeelValue None(Frame f)
    {
        if (otherwise is not null)
            return HitPolicies.GivesList(table.Policy) && table.Aggregation == Aggregation.None && otherwise.Of(f) is not FeelList and var one ? new FeelList([one]) : otherwise.Of(f);
        if (table.Aggregation == Aggregation.Count)
            return NumberValue.Of(0);
        if (HitPolicies.GivesList(table.Policy) && table.Aggregation == Aggregation.None)
            return FeelList.Empty;
        return f.Run.Fail(table.Place, Messages.NoRuleHit(table.Title));
    }

    private FeelValue Combine(Frame f, int[] hits)
    {
        if (hits.Length == 1 && !HitPolicies.GivesList(table.Policy))
            return outputs[hits[0] - 1].Of(f);
        if (table.Policy == HitPolicy.Unique)
            return f.Run.Fail(table.Place, Messages.Overlap(hits));
        if (table.Policy == HitPolicy.First)
            return outputs[hits[0] - 1].Of(f);
        var values = new FeelValue[hits.Length];
        for (var i = 0; i < hits.Length; i++)
            values[i] = outputs[hits[i] - 1].Of(f);
        switch (table.Policy)
        {
            case HitPolicy.Any:
                return Array.TrueForAll(values, v => Comparison.Same(v, values[0]) == true)
                    ? values[0]
                    : f.Run.Fail(table.Place, Messages.Conflict(hits));
            case HitPolicy.Priority:
                return Ranked(values)[0];
            case HitPolicy.OutputOrder:
                return HitPolicies.Aggregate(f.Run, table.Place, table.Aggregation, Ranked(values));
            default:
                return HitPolicies.Aggregate(f.Run, table.Place, table.Aggregation, values);
        }
    }

    /// <summary>The outputs by the order of the output values, first column first; among equals the earlier rule.</summary>
    private FeelValue[] Ranked(FeelValue[] values)
    {
        var sorted = values.OrderBy(v => Rank(0, v));
        for (var column = 1; column < table.Outputs.Count; column++)
        {
            var at = column;
            sorted = sorted.ThenBy(v => Rank(at, v));
        }

        return [.. sorted];
    }

    private int Rank(int column, FeelValue value)
    {
        var output = table.Outputs[column];
        var own = table.Outputs.Count == 1 ? value : ((FeelContext)value)[output.Name];
        if (output.Ranks is null)
            return 0;
        for (var i = 0; i < output.Ranks.Count; i++)
            if (Comparison.Same(output.Ranks[i], own) == true)
                return i;
        return int.MaxValue;
    }
}

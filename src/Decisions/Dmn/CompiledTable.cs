using Tongban.Decisions.Running;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Dmn;

/// <summary>A decision table ready to run.</summary>
internal sealed class CompiledTable
{
    private readonly TableNode table;
    private readonly Code[] inputs;
    private readonly int[] slots;
    private readonly Predicate[][] cells;
    private readonly RuleOutput[] outputs;
    private readonly RuleOutput? otherwise;
    private readonly RuleMatcher matcher;

    public CompiledTable(TableNode table)
    {
        this.table = table;
        inputs = [.. table.Inputs.Select(i => i.Expression.Compile())];
        slots = [.. table.Inputs.Select(i => i.Slot)];
        cells = [.. table.Rules.Select(r => r.Cells.Select(c => c.Compile()).ToArray())];
        var names = table.Outputs.Select(o => o.Name).ToArray();
        outputs = [.. table.Rules.Select(r => new RuleOutput(names, r.Outputs))];
        otherwise = table.Outputs.Any(o => o.Default is not null)
            ? new RuleOutput(names, [.. table.Outputs.Select(o => o.Default ?? new Syntax.Nodes.LiteralNode(table.Place, FeelValue.Null))])
            : null;
        matcher = new RuleMatcher(table, slots, cells);
    }

    public FeelValue Evaluate(Frame f)
    {
        f.Run.Burn(cells.Length + 1);
        for (var i = 0; i < inputs.Length; i++)
            f.Slots[slots[i]] = Allowed(f, i, inputs[i](f));
        var hits = matcher.Match(f, table.Policy == HitPolicy.First);
        var value = hits.Length == 0 ? None(f) : Combine(f, hits);
        var numbers = new int[hits.Length];
        for (var i = 0; i < hits.Length; i++)
            numbers[i] = hits[i] + 1;
        f.Run.Hits = numbers;
        if (f.Run.Explain)
            f.Run.Table = TableExplanation.Of(table, f, slots, cells, outputs, value);
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

    private FeelValue Combine(Frame f, ReadOnlySpan<int> hits)
    {
        if (hits.Length == 1 && !HitPolicies.GivesList(table.Policy))
            return outputs[hits[0]].Of(f);
        if (table.Policy == HitPolicy.Unique)
            return f.Run.Fail(table.Place, Messages.Overlap(hits.ToArray().Select(h => h + 1)));
        if (table.Policy == HitPolicy.First)
            return outputs[hits[0]].Of(f);
        var values = new FeelValue[hits.Length];
        for (var i = 0; i < hits.Length; i++)
            values[i] = outputs[hits[i]].Of(f);
        switch (table.Policy)
        {
            case HitPolicy.Any:
                return Array.TrueForAll(values, v => Comparison.Same(v, values[0]) == true)
                    ? values[0]
                    : f.Run.Fail(table.Place, Messages.Conflict(hits.ToArray().Select(h => h + 1)));
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

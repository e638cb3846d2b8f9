namespace Tongban.Flows.Stepping;

/// <summary>Where tokens wait for one another.</summary>
internal sealed partial class Stepper
{
    private void FireParallel(FlowNode node, int scope)
    {
        var filled = Filled(node, scope);
        if (filled.Count < flow.Into(node).Count()) return;
        foreach (var token in filled) run.Remove(token);
        Leave(node, scope);
    }

    // BPMN 2.0.2, clause 13.4.3: an inclusive gateway waits as long as a token elsewhere can still come to an empty way in,
    // unless that token can as well come to a way in that is filled already.
    private bool FireInclusive()
    {
        foreach (var token in run.Tokens.ToList())
            if (flow.Way(token.At) is { } way && flow.Node(way.To) is { Kind: NodeKind.Inclusive } node && MayFire(node, token.Scope))
            {
                foreach (var one in Filled(node, token.Scope)) run.Remove(one);
                ChooseAll(node, token.Scope);
                return true;
            }
        return false;
    }

    private bool MayFire(FlowNode node, int scope)
    {
        var filled = Filled(node, scope).Select(t => t.At).ToHashSet();
        var empty = flow.Into(node).Where(w => !filled.Contains(w.Id)).Select(w => w.Id).ToHashSet();
        return run.In(scope).Where(t => !filled.Contains(t.At)).All(t => !CanCome(t, node, empty) || CanCome(t, node, filled));
    }

    private bool CanCome(FlowToken token, FlowNode join, HashSet<string> ways)
    {
        var seen = new HashSet<string>();
        var ahead = new Stack<FlowNode>();
        ahead.Push(flow.Way(token.At) is { } way ? flow.Node(way.To) : flow.Node(token.At));
        while (ahead.TryPop(out var node))
        {
            if (node.Id == join.Id || !seen.Add(node.Id)) continue;
            foreach (var edge in flow.Edge(node)) ahead.Push(edge);
            foreach (var next in flow.OutOf(node))
            {
                if (ways.Contains(next.Id)) return true;
                ahead.Push(flow.Node(next.To));
            }
        }
        return false;
    }

    /// <summary>One token from each way in on which one waits: the oldest.</summary>
    private List<FlowToken> Filled(FlowNode node, int scope)
    {
        var ways = flow.Into(node).Select(w => w.Id).ToHashSet();
        return [.. run.In(scope).Where(t => ways.Contains(t.At)).DistinctBy(t => t.At)];
    }

    /// <summary>A join at which tokens wait while nothing is under way that could bring others; null: there is something.</summary>
    private FlowNode? StuckAt() =>
        run.Count > 0 && run.Tokens.All(t => flow.Way(t.At) is not null || run.Inside(t) is not null)
            ? flow.Node(flow.Way(run.Tokens.First(t => flow.Way(t.At) is not null).At)!.To) : null;
}

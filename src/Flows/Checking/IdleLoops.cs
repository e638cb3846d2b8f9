namespace Tongban.Flows.Checking;

/// <summary>Finds loops that a token could run through without ever resting: such a step would not end.</summary>
internal static class IdleLoops
{
    public static void Check(Flow flow, List<Problem> problems)
    {
        var idle = flow.Nodes.Where(n => IsIdle(flow, n)).Select(n => n.Id).ToHashSet();
        var done = new HashSet<string>();
        foreach (var node in flow.Nodes.Where(n => idle.Contains(n.Id)))
            if (Loop(flow, node, idle, done, []) is { } loop)
            {
                problems.Add(Messages.Idle(string.Join(" → ", loop.Select(n => n.Name)), loop[0]));
                return;
            }
    }

    // A token may pass through without resting. A subprocess does so when one can pass from its start to an end of it.
    private static bool IsIdle(Flow flow, FlowNode node) => node.Kind == NodeKind.SubProcess ? Passes(flow, flow.StartOf(node.Id), []) : !node.Waits;

    private static bool Passes(Flow flow, FlowNode node, HashSet<string> seen) =>
        seen.Add(node.Id) && IsIdle(flow, node)
            && (node.Kind is NodeKind.End or NodeKind.Terminate || flow.OutOf(node).Any(w => Passes(flow, flow.Node(w.To), seen)));

    private static List<FlowNode>? Loop(Flow flow, FlowNode node, HashSet<string> idle, HashSet<string> done, List<FlowNode> path)
    {
        if (path.IndexOf(node) is >= 0 and var from) return [.. path[from..], node];
        if (done.Contains(node.Id)) return null;
        path.Add(node);
        foreach (var way in flow.OutOf(node))
            if (idle.Contains(way.To) && Loop(flow, flow.Node(way.To), idle, done, path) is { } loop) return loop;
        path.RemoveAt(path.Count - 1);
        done.Add(node.Id);
        return null;
    }
}

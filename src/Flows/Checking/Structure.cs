namespace Tongban.Flows.Checking;

/// <summary>What can be seen without stepping: references, ways in and out, reachability, loops in which nobody does anything.</summary>
internal static class Structure
{
    public static void Check(Flow flow, List<Problem> problems)
    {
        foreach (var container in flow.Nodes.Where(n => n.Kind == NodeKind.SubProcess).Select(n => (n.Id, n.Line)).Prepend((flow.Id, 1)))
            if (flow.Nodes.Count(n => n.Container == container.Item1 && n.Kind == NodeKind.Start) is not 1 and var starts)
                problems.Add(Messages.Starts(container.Item1, starts, container.Item2));
        foreach (var way in flow.Ways) CheckWay(flow, way, problems);
        foreach (var node in flow.Nodes.Where(n => n.AttachedTo is not null))
            if (flow.Find(node.AttachedTo!) is not { IsActivity: true } activity || activity.Container != node.Container)
                problems.Add(Messages.Reference(node.Id, node.AttachedTo!, node.Line));
        if (problems.Count > 0) return;
        foreach (var node in flow.Nodes) CheckNode(flow, node, problems);
        if (problems.Count > 0) return;
        Reachability(flow, problems);
        if (problems.Count == 0) IdleLoops.Check(flow, problems);
    }

    private static void CheckWay(Flow flow, SequenceFlow way, List<Problem> problems)
    {
        var (from, to) = (flow.Find(way.From), flow.Find(way.To));
        if (from is null) problems.Add(Messages.Reference(way.Id, way.From, way.Line));
        if (to is null || from is not null && from.Container != to.Container) problems.Add(Messages.Reference(way.Id, way.To, way.Line));
    }

    private static void CheckNode(Flow flow, FlowNode node, List<Problem> problems)
    {
        var (into, outOf) = (flow.Into(node).Count(), flow.OutOf(node).ToList());
        var ends = node.Kind is NodeKind.End or NodeKind.Terminate;
        if (ends && outOf.Count > 0) problems.Add(Messages.Ways(node, "结束以后不能再有出去的路", "nothing may follow an end"));
        if (!ends && outOf.Count == 0) problems.Add(Messages.Ways(node, "没有出去的路", "it has no way out"));
        if ((node.Kind == NodeKind.Start || node.AttachedTo is not null) && into > 0) problems.Add(Messages.Ways(node, "不能有进来的路", "it may have no way in"));
        var chooses = node.Kind is NodeKind.Exclusive or NodeKind.Inclusive;
        foreach (var way in outOf)
            if (way.Condition is not null && (!chooses || way.Id == node.Default))
                problems.Add(Messages.Ways(node, $"{way.Id} 不能有条件", $"{way.Id} may have no condition"));
            else if (way.Condition is null && chooses && outOf.Count > 1 && way.Id != node.Default)
                problems.Add(Messages.Ways(node, $"{way.Id} 缺少条件", $"{way.Id} lacks its condition"));
        if (node.Default is { } standard && (!chooses || outOf.All(w => w.Id != standard))) problems.Add(Messages.Reference(node.Id, standard, node.Line));
    }

    private static void Reachability(Flow flow, List<Problem> problems)
    {
        var reached = Closure(flow.Nodes.Where(n => n.Kind == NodeKind.Start),
            n => [.. flow.OutOf(n).Select(w => flow.Node(w.To)), .. flow.Edge(n)]);
        problems.AddRange(flow.Nodes.Where(n => !reached.Contains(n.Id)).Select(Messages.Unreachable));
        var ending = Closure(flow.Nodes.Where(n => n.Kind is NodeKind.End or NodeKind.Terminate),
            n => [.. flow.Into(n).Select(w => flow.Node(w.From))]);
        problems.AddRange(flow.Nodes.Where(n => !ending.Contains(n.Id)).Select(Messages.NoEnd));
    }

    private static HashSet<string> Closure(IEnumerable<FlowNode> from, Func<FlowNode, IEnumerable<FlowNode>> next)
    {
        var seen = new HashSet<string>();
        var open = new Stack<FlowNode>(from);
        while (open.TryPop(out var node))
            if (seen.Add(node.Id))
                foreach (var one in next(node)) open.Push(one);
        return seen;
    }
}

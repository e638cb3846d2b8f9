namespace Tongban.Flows.Stepping;

/// <summary>How tokens come to nodes, and leave them.</summary>
internal sealed partial class Stepper
{
    private void Arrive(FlowNode node, SequenceFlow? by, int scope)
    {
        switch (node.Kind)
        {
            case NodeKind.End:
                lastEnd = node.Id;
                break;
            case NodeKind.Terminate:
                lastEnd = node.Id;
                Clear(scope);
                break;
            case NodeKind.Exclusive:
                Choose(node, scope);
                break;
            case NodeKind.Parallel or NodeKind.Inclusive when flow.Into(node).Skip(1).Any():
                run.Add(scope, by!.Id);
                if (node.Kind == NodeKind.Parallel) FireParallel(node, scope);
                break;
            case NodeKind.Inclusive:
                ChooseAll(node, scope);
                break;
            case NodeKind.TimerCatch:
                run.Say(new SetTimer(run.Add(scope, node.Id).Id, node.Id, node.Timer!));
                break;
            case NodeKind.MessageCatch:
                run.Say(new Listen(run.Add(scope, node.Id).Id, node.Id, node.Message!));
                break;
            case NodeKind.Start or NodeKind.Parallel:
                Leave(node, scope);
                break;
            default:
                Enter(node, scope);
                break;
        }
    }

    private void Leave(FlowNode node, int scope)
    {
        foreach (var way in flow.OutOf(node)) Take(way, scope);
    }

    private void Take(SequenceFlow way, int scope) => arrivals.Enqueue((flow.Node(way.To), way, scope));

    private void Choose(FlowNode node, int scope)
    {
        foreach (var way in flow.OutOf(node).Where(w => w.Id != node.Default))
            if (problem is null && Holds(way))
            {
                Take(way, scope);
                return;
            }
        TakeDefault(node, scope);
    }

    private void ChooseAll(FlowNode node, int scope)
    {
        var open = flow.OutOf(node).Where(w => w.Id != node.Default && Holds(w)).ToList();
        foreach (var way in open) Take(way, scope);
        if (open.Count == 0) TakeDefault(node, scope);
    }

    private void TakeDefault(FlowNode node, int scope)
    {
        if (node.Default is { } way) Take(flow.Way(way)!, scope);
        else problem ??= Messages.NoWay(node);
    }

    private bool Holds(SequenceFlow way)
    {
        if (way.Condition is not { } text) return true;
        if (facts.Holds(text, null) is { } answer) return answer;
        problem ??= Messages.NoAnswer(way.Id, text);
        return false;
    }

    private void Enter(FlowNode node, int scope)
    {
        var token = run.Add(scope, node.Id);
        foreach (var edge in flow.Edge(node))
            run.Say(edge.Timer is { } timer ? new SetTimer(token.Id, edge.Id, timer) : new Listen(token.Id, edge.Id, edge.Message!));
        if (node.Multi is { } multi) Repeat(token, node, multi);
        else Begin(token, node);
    }

    private void Begin(FlowToken token, FlowNode node)
    {
        if (node.Kind == NodeKind.SubProcess) arrivals.Enqueue((flow.StartOf(node.Id), null, run.AddScope(node.Id, token.Id).Id));
        else run.Say(new Open(token.Id, node.Id, token.Instance));
    }

    private void Repeat(FlowToken token, FlowNode node, MultiInstance multi)
    {
        if (facts.Count(multi.Count) is not (>= 1 and <= Limits.MostRepetitions and var total))
        {
            problem ??= Messages.NoCount(node, multi.Count);
            return;
        }
        var scope = run.AddScope(node.Id, token.Id);
        var begun = multi.Sequential ? 1 : total;
        run.Put(token with { Repeats = new Repetition(total, begun, 0, 0) });
        for (var i = 1; i <= begun; i++) Begin(run.Add(scope.Id, node.Id, i), node);
    }

    /// <summary>A task was done, or a subprocess came to its end.</summary>
    private void Complete(FlowToken token, FlowNode node, bool agreed)
    {
        if (token.Instance > 0)
        {
            CompleteOne(token, node, agreed);
            return;
        }
        DropEdges(token, node, null);
        run.Remove(token);
        Leave(node, token.Scope);
    }

    // One repetition of several: perhaps the last, perhaps enough of them.
    private void CompleteOne(FlowToken token, FlowNode node, bool agreed)
    {
        run.Remove(token);
        var scope = run.Scope(token.Scope);
        var whole = run.Find(scope.Parent!.Value)!;
        var repeats = whole.Repeats! with { Done = whole.Repeats!.Done + 1, Agreed = whole.Repeats.Agreed + (agreed ? 1 : 0) };
        whole = run.Put(whole with { Repeats = repeats });
        var enough = repeats.Done == repeats.Total || Enough(node, repeats);
        if (enough)
        {
            Clear(scope.Id);
            run.Remove(scope);
            Complete(whole with { Repeats = null }, node, true);
        }
        else if (node.Multi!.Sequential)
        {
            run.Put(whole with { Repeats = repeats with { Begun = repeats.Begun + 1 } });
            Begin(run.Add(scope.Id, node.Id, repeats.Begun + 1), node);
        }
    }

    private bool Enough(FlowNode node, Repetition repeats)
    {
        if (node.Multi!.Until is not { } text) return false;
        if (facts.Holds(text, repeats) is { } answer) return answer;
        problem ??= Messages.NoAnswer(node.Id, text);
        return false;
    }

    /// <summary>Takes a token away with all that runs inside it, and says that nobody need answer any more.</summary>
    private void Kill(FlowToken token, string? except = null)
    {
        if (run.Inside(token) is { } inside)
        {
            Clear(inside.Id);
            run.Remove(inside);
        }
        else if (flow.Find(token.At) is { } resting)
            run.Say(resting.Kind switch
            {
                NodeKind.TimerCatch => new DropTimer(token.Id, resting.Id),
                NodeKind.MessageCatch => new StopListening(token.Id, resting.Id),
                _ => new Close(token.Id, resting.Id),
            });
        if (token.Instance == 0 && flow.Find(token.At) is { } node) DropEdges(token, node, except);
        run.Remove(token);
    }

    private void DropEdges(FlowToken token, FlowNode node, string? except)
    {
        foreach (var edge in flow.Edge(node))
            if (edge.Id != except && !(edge.Timer is not null && token.Fired.Contains(edge.Id)))
                run.Say(edge.Timer is not null ? new DropTimer(token.Id, edge.Id) : new StopListening(token.Id, edge.Id));
    }

    private void Clear(int scope)
    {
        foreach (var token in run.In(scope)) Kill(token);
        for (var left = arrivals.Count; left > 0; left--)
            if (arrivals.Dequeue() is var arrival && arrival.Scope != scope) arrivals.Enqueue(arrival);
    }

    private bool EndScope()
    {
        if (run.Empty() is not { } scope) return false;
        run.Remove(scope);
        if (scope.Parent is not { } parent) run.Say(new Ended(lastEnd));
        else
        {
            var token = run.Find(parent)!;
            Complete(token, flow.Node(token.At), true);
        }
        return true;
    }
}

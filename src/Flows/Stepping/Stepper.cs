namespace Tongban.Flows.Stepping;

/// <summary>Takes one step: applies the event, then moves every token on until all of them rest.</summary>
internal sealed partial class Stepper(Flow flow, FlowFacts facts)
{
    private readonly Queue<(FlowNode Node, SequenceFlow? By, int Scope)> arrivals = [];
    private Run run = new();
    private Problem? problem;
    private string? lastEnd;

    public Result<FlowStep> Start()
    {
        arrivals.Enqueue((flow.StartOf(flow.Id), null, run.AddScope(flow.Id, null).Id));
        return Settle();
    }

    public Result<FlowStep> Step(FlowState state, FlowEvent what)
    {
        if (Fits(state) is { } misfit) return Refuse(misfit);
        run = new Run(state);
        if (Apply(what) is { } refusal) return Refuse(refusal);
        return Settle();
    }

    private static Result<FlowStep> Refuse(Problem problem) => new(null, [problem]);

    private Problem? Fits(FlowState state)
    {
        if (state.Tokens.FirstOrDefault(t => flow.Find(t.At) is null && flow.Way(t.At) is null) is { } lost) return Messages.BadState(lost.At);
        var scopes = state.Scopes.Select(s => s.Id).ToHashSet();
        return state.Tokens.FirstOrDefault(t => !scopes.Contains(t.Scope)) is { } homeless ? Messages.BadState($"#{homeless.Id}") : null;
    }

    private Problem? Apply(FlowEvent what) => what switch
    {
        Done done => ApplyDone(done),
        TimeCame time => ApplyAt(time.Token, time.Node, n => n.Timer is not null, $"{time.Node} #{time.Token}"),
        MessageCame message => ApplyMessage(message),
        _ => ApplyStopped(),
    };

    private Problem? ApplyDone(Done done)
    {
        if (run.Find(done.Token) is not { Repeats: null } token || flow.Find(token.At) is not { Waits: true, IsActivity: true } node)
            return Messages.NotWaiting($"#{done.Token}");
        Complete(token, node, done.Agreed);
        return null;
    }

    private Problem? ApplyMessage(MessageCame message)
    {
        foreach (var token in run.Tokens)
            if (flow.Find(token.At) is { } node && token.Instance == 0)
                foreach (var listener in node.Kind == NodeKind.MessageCatch ? [node] : flow.Edge(node))
                    if (listener.Message == message.Name)
                        return ApplyAt(token.Id, listener.Id, n => n.Message is not null, message.Name);
        return Messages.NotWaiting(message.Name);
    }

    // A timer or message in its own node, or on the edge of the activity in which the token rests.
    private Problem? ApplyAt(int id, string nodeId, Func<FlowNode, bool> fits, string named)
    {
        if (run.Find(id) is not { Instance: 0 } token || flow.Find(nodeId) is not { } node || !fits(node)) return Messages.NotWaiting(named);
        if (node.AttachedTo is null)
        {
            if (token.At != nodeId) return Messages.NotWaiting(named);
            run.Remove(token);
            Leave(node, token.Scope);
            return null;
        }
        if (token.At != node.AttachedTo || node.Timer is not null && token.Fired.Contains(nodeId)) return Messages.NotWaiting(named);
        if (node.Interrupts) Kill(token, except: nodeId);
        else run.Put(token with { Fired = [.. token.Fired.Append(nodeId).Distinct()] });
        Leave(node, token.Scope);
        return null;
    }

    private Problem? ApplyStopped()
    {
        foreach (var token in run.Tokens.Where(t => run.Scope(t.Scope).Parent is null).ToList()) Kill(token);
        return null;
    }

    private Result<FlowStep> Settle()
    {
        do
        {
            while (problem is null && arrivals.TryDequeue(out var arrival))
            {
                if (run.Has(arrival.Scope)) Arrive(arrival.Node, arrival.By, arrival.Scope);
                if (run.Count > Limits.MostTokens) problem = Messages.TooMany();
            }
        }
        while (problem is null && (EndScope() || FireInclusive()));
        problem ??= StuckAt() is { } join ? Messages.Stuck("没有别的事在进行", "nothing else is under way", join) : null;
        return problem is null ? new(run.Finish(), []) : Refuse(problem);
    }
}

namespace Tongban.Flows.Checking;

/// <summary>Runs a flow through every state it can come to, whatever the conditions say and whatever comes first: it must never wait
/// for what cannot come, and never grow without end. The stepper itself is what is run, so what is proven is what happens.</summary>
internal static class Soundness
{
    /// <summary>A flow with more states than this is not proven to the end; its runs are guarded all the same.</summary>
    private const int MostStates = 20_000;

    /// <summary>More under way at once than any flow of this size needs.</summary>
    private const int MostTokens = 64;

    public static void Check(Flow flow, List<Problem> problems)
    {
        var seen = new HashSet<string>();
        var open = new Queue<Trace>();
        foreach (var first in Choices(facts => flow.Start(facts), problems, null)) Visit(first, null, "");
        while (problems.Count == 0 && open.TryDequeue(out var here) && seen.Count < MostStates)
            foreach (var (what, name) in Possible(flow, here.State))
                foreach (var next in Choices(facts => flow.Step(here.State, what, facts), problems, here with { By = name, Before = here }))
                    Visit(next, here, name);

        void Visit(FlowState state, Trace? before, string by)
        {
            if (state.Tokens.Count > MostTokens) problems.Add(Overflow(new Trace(state, before, by)));
            else if (seen.Add(StateKey.Of(state))) open.Enqueue(new Trace(state, before, by));
        }
    }

    // Every way in which the conditions that one step asks may be answered: a tree of yes and no, walked leaf by leaf.
    private static List<FlowState> Choices(Func<FlowFacts, Result<FlowStep>> step, List<Problem> problems, Trace? path)
    {
        var states = new List<FlowState>();
        var answers = new List<bool>();
        do
        {
            var asked = 0;
            var result = step(new FlowFacts
            {
                Holds = (_, _) =>
                {
                    if (asked == answers.Count) answers.Add(false);
                    return answers[asked++];
                },
                Count = _ => 1,
            });
            if (result.Value is { } taken) states.Add(taken.State);
            else if (result.Problems[0] is { Code: "flow-stuck" } stuck) problems.Add(Explain(stuck, path));
        }
        while (problems.Count == 0 && NextLeaf(answers));
        return states;
    }

    private static bool NextLeaf(List<bool> answers)
    {
        var last = answers.LastIndexOf(false);
        if (last < 0) return false;
        answers.RemoveRange(last, answers.Count - last);
        answers.Add(true);
        return true;
    }

    private static IEnumerable<(FlowEvent What, string Name)> Possible(Flow flow, FlowState state)
    {
        foreach (var token in state.Tokens)
        {
            if (flow.Find(token.At) is not { } node) continue;
            if (node.Waits && node.IsActivity && token.Repeats is null) yield return (new Done(token.Id), node.Name);
            if (token.Instance > 0) continue;
            foreach (var edge in node.IsActivity ? flow.Edge(node) : node.Waits ? [node] : [])
                if (!token.Fired.Contains(edge.Id))
                    yield return (edge.Timer is not null ? new TimeCame(token.Id, edge.Id) : new MessageCame(edge.Message!), edge.Name);
        }
    }

    private static Problem Explain(Problem stuck, Trace? path) => path is null ? stuck : stuck with
    {
        Zh = $"{stuck.Zh}；例如：{Names(path)}",
        En = $"{stuck.En}; for example: {Names(path)}",
    };

    private static Problem Overflow(Trace path) => Messages.Overflow(Names(path), Names(path));

    private static string Names(Trace path)
    {
        var names = new List<string>();
        for (var at = path; at is not null && names.Count < 12; at = at.Before)
            if (at.By.Length > 0) names.Add(at.By);
        names.Reverse();
        return string.Join(" → ", names);
    }

    private sealed record Trace(FlowState State, Trace? Before, string By);
}

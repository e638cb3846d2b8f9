using System.Text.Json;
using CsCheck;
using Tongban.Flows.Tests.Blocks;
using Tongban.Flows.Tests.Support;

namespace Tongban.Flows.Tests;

/// <summary>Random flows, played at random, beside their naive meaning: no token is lost or doubled, a flow always ends or waits,
/// and the same events give the same states again.</summary>
public class PropertyTests
{
    private const int MostSteps = 60;

    [Fact]
    public void RandomFlow_DoesWhatItsBlocksMean_AtEveryStep() => Gen.Select(Block.Generate(3), Gen.Int).Sample((block, seed) =>
    {
        var sketch = BlockWriter.Write(block);
        if (TwiceNamed(sketch)) return;
        var flow = Sketch.Sound(sketch);
        var step = 0;
        bool Holds(string text) => Mix(seed, text, step) % 3 == 0;
        var facts = new FlowFacts { Holds = (text, _) => Holds(text) };
        var meaning = Meaning.Begin(block, Holds);
        var at = flow.Start(facts).Value!;
        var history = new List<(FlowEvent What, int Step)>();
        var states = new List<string> { JsonSerializer.Serialize(at.State) };
        while (step < MostSteps)
        {
            Assert.Equal(meaning.Open.Order(), Waiting(flow, at.State).Select(w => w.Node).Order());
            Assert.Equal(meaning.IsDone, at.State.Ended);
            if (meaning.IsDone) break;
            var waiting = Waiting(flow, at.State).ToList();
            var (token, node) = waiting[(int)(Mix(seed, "pick", step) % (uint)waiting.Count)];
            step++;
            FlowEvent what = flow.Find(node)!.Timer is not null ? new TimeCame(token, node) : new Done(token);
            at = flow.Step(at.State, what, facts).Value!;
            meaning = Begun(meaning, flow, node, token, Holds);
            history.Add((what, step));
            states.Add(JsonSerializer.Serialize(at.State));
        }
        Replay(flow, facts, history, states, to => step = to);
    }, iter: 3000);

    // Which of several like tasks was done makes no difference to the open ones' names.
    private static Meaning Begun(Meaning meaning, Flow flow, string node, int token, Func<string, bool> holds) =>
        meaning.Do(node, holds) ?? throw new InvalidOperationException($"{flow.Id}: {node} #{token} is not open.");

    private static void Replay(Flow flow, FlowFacts facts, List<(FlowEvent What, int Step)> history, List<string> states, Action<int> setStep)
    {
        setStep(0);
        var state = flow.Start(facts).Value!.State;
        Assert.Equal(states[0], JsonSerializer.Serialize(state));
        for (var i = 0; i < history.Count; i++)
        {
            setStep(history[i].Step);
            state = flow.Step(JsonSerializer.Deserialize<FlowState>(JsonSerializer.Serialize(state))!, history[i].What, facts).Value!.State;
            Assert.Equal(states[i + 1], JsonSerializer.Serialize(state));
        }
    }

    private static IEnumerable<(int Token, string Node)> Waiting(Flow flow, FlowState state)
    {
        foreach (var token in state.Tokens)
        {
            if (flow.Find(token.At) is not { } node) continue;
            if (node.Kind == NodeKind.UserTask && token.Repeats is null) yield return (token.Id, node.Id);
            if (token.Instance == 0)
                foreach (var edge in flow.Nodes.Where(n => n.AttachedTo == node.Id)) yield return (token.Id, edge.Id);
        }
    }

    private static bool TwiceNamed(string sketch) => sketch.Split('\n').Where(l => !l.Contains('>') && l != "}").Select(l => l.Split(' ')[1]).GroupBy(i => i).Any(g => g.Count() > 1);

    private static uint Mix(int seed, string text, int step)
    {
        var hash = 2166136261u ^ (uint)seed ^ (uint)step * 2654435761u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        hash ^= hash >> 15;
        return hash * 2246822519u >> 8;
    }
}

using System.Text.Json;

namespace Tongban.Flows.Tests.Support;

/// <summary>Plays a flow: keeps the state as JSON between the steps, as a database would, and holds commands against state.</summary>
internal sealed class Player
{
    private readonly Flow flow;
    private readonly HashSet<string> yes;
    private readonly HashSet<(int, string)> open = [];
    private string kept = "";

    public Player(Flow flow, params string[] yes)
    {
        (this.flow, this.yes) = (flow, [.. yes]);
        Facts = new FlowFacts { Holds = (text, repeats) => repeats is null ? this.yes.Contains(text) : repeats.Agreed >= 2 };
        Take(flow.Start(Facts));
    }

    public FlowFacts Facts { get; init; }

    public FlowState State => JsonSerializer.Deserialize<FlowState>(kept)!;

    public IReadOnlyList<FlowCommand> Commands { get; private set; } = [];

    /// <summary>What can be done now: the ids of the open tasks, in order.</summary>
    public string Open => string.Join(' ', open.Select(o => o.Item2).Where(n => flow.Find(n)!.IsActivity).Order());

    public bool Ended => Commands.OfType<Ended>().Any();

    public void Says(string word) => yes.Add(word);

    public Player Do(string node, bool agreed = true)
    {
        Take(flow.Step(State, new Done(TokenAt(node), agreed), Facts));
        return this;
    }

    public Player Time(string node)
    {
        Take(flow.Step(State, new TimeCame(open.First(o => o.Item2 == node).Item1, node), Facts));
        return this;
    }

    public Player Message(string name = "reply")
    {
        Take(flow.Step(State, new MessageCame(name), Facts));
        return this;
    }

    public Player Stop()
    {
        Take(flow.Step(State, new Stopped(), Facts));
        return this;
    }

    public int TokenAt(string node) => open.Where(o => o.Item2 == node).Min(o => o.Item1);

    private void Take(Result<FlowStep> result)
    {
        Assert.Empty(result.Problems);
        kept = JsonSerializer.Serialize(result.Value!.State);
        Commands = result.Value.Commands;
        foreach (var command in Commands)
            Assert.True(command switch
            {
                Open one => open.Add((one.Token, one.Node)),
                SetTimer one => open.Add((one.Token, one.Node)),
                Listen one => open.Add((one.Token, one.Node)),
                Close one => open.Remove((one.Token, one.Node)),
                DropTimer one => open.Remove((one.Token, one.Node)),
                StopListening one => open.Remove((one.Token, one.Node)),
                _ => true,
            }, $"{command} does not fit what is open");
        Forget();
        Assert.Equal(State.Ended, Ended);
        if (State.Ended) Assert.Empty(open);
    }

    // What was done or came needs no command to be closed.
    private void Forget()
    {
        var tokens = State.Tokens.ToDictionary(t => t.Id);
        open.RemoveWhere(o => !tokens.TryGetValue(o.Item1, out var token)
            || token.At != o.Item2 && !(flow.Find(o.Item2)!.AttachedTo == token.At && !token.Fired.Contains(o.Item2)));
    }
}

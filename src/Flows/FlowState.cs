namespace Tongban.Flows;

/// <summary>Where a flow stands: plain data, to be kept as JSON. Together with an event it determines the next state.</summary>
/// <param name="Next">The number that the next token or scope will bear.</param>
/// <param name="Scopes">The process, and each subprocess or repeated activity that is running.</param>
/// <param name="Tokens">What is under way.</param>
public sealed record FlowState(int Next, IReadOnlyList<FlowScope> Scopes, IReadOnlyList<FlowToken> Tokens)
{
    /// <summary>Whether nothing is under way any more.</summary>
    public bool Ended => Tokens.Count == 0;
}

/// <summary>A running process, subprocess, or the repetitions of an activity.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Node">The process or node whose inside this is.</param>
/// <param name="Parent">The token that waits for its end; null: the process itself.</param>
public sealed record FlowScope(int Id, string Node, int? Parent);

/// <summary>One thing under way.</summary>
/// <param name="Id">Its number: tasks, timers and messages name it.</param>
/// <param name="Scope">The scope's number.</param>
/// <param name="At">The node in which it rests, or the sequence flow at whose end it waits for others.</param>
public sealed record FlowToken(int Id, int Scope, string At)
{
    /// <summary>Of a repeated activity: how often it shall be done, how often it is done, how often it was begun.</summary>
    public Repetition? Repeats { get; init; }

    /// <summary>Which repetition this is, from 1; 0: none.</summary>
    public int Instance { get; init; }

    /// <summary>Boundary events that went off already and do so once only.</summary>
    public IReadOnlyList<string> Fired { get; init; } = [];
}

/// <summary>How far a repeated activity is.</summary>
/// <param name="Total">How often it shall be done.</param>
/// <param name="Begun">How often it was begun.</param>
/// <param name="Done">How often it is done.</param>
/// <param name="Agreed">How many of these were done with the outcome <c>true</c>.</param>
public sealed record Repetition(int Total, int Begun, int Done, int Agreed);

namespace Tongban.Flows;

/// <summary>What happened outside.</summary>
public abstract record FlowEvent
{
    private protected FlowEvent()
    {
    }
}

/// <summary>A task was done, a service or decision answered, a called flow ended: whatever the token waited for.</summary>
/// <param name="Token">The token's number.</param>
/// <param name="Agreed">Of a repeated activity: whether this one counts as agreement.</param>
public sealed record Done(int Token, bool Agreed = true) : FlowEvent;

/// <summary>A timer went off.</summary>
/// <param name="Token">The token that waits in the timer, or in the activity on whose edge it stands.</param>
/// <param name="Node">The timer's node.</param>
public sealed record TimeCame(int Token, string Node) : FlowEvent;

/// <summary>A message came. The token that has waited longest for it gets it.</summary>
/// <param name="Name">The message's name.</param>
public sealed record MessageCame(string Name) : FlowEvent;

/// <summary>The flow ends before its end, for a reason outside it (a case is withdrawn).</summary>
public sealed record Stopped : FlowEvent;

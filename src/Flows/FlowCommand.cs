namespace Tongban.Flows;

/// <summary>What must be done outside, in this order.</summary>
public abstract record FlowCommand
{
    private protected FlowCommand()
    {
    }
}

/// <summary>Have it done: a user task, service, decision or called flow, by the node's kind. <see cref="Done"/> with the token answers.</summary>
/// <param name="Token">The token's number.</param>
/// <param name="Node">The node's id.</param>
/// <param name="Instance">Which repetition, from 1; 0: it is done once.</param>
public sealed record Open(int Token, string Node, int Instance) : FlowCommand;

/// <summary>It is no longer to be done: withdraw the task, stop the called flow.</summary>
/// <param name="Token">The token's number.</param>
/// <param name="Node">The node's id.</param>
public sealed record Close(int Token, string Node) : FlowCommand;

/// <summary>Set a timer. <see cref="TimeCame"/> answers.</summary>
/// <param name="Token">The token's number.</param>
/// <param name="Node">The timer's node.</param>
/// <param name="Timer">When.</param>
public sealed record SetTimer(int Token, string Node, FlowTimer Timer) : FlowCommand;

/// <summary>A timer is no longer needed.</summary>
/// <param name="Token">The token's number.</param>
/// <param name="Node">The timer's node.</param>
public sealed record DropTimer(int Token, string Node) : FlowCommand;

/// <summary>Listen for a message. <see cref="MessageCame"/> answers.</summary>
/// <param name="Token">The token's number.</param>
/// <param name="Node">The message event's node.</param>
/// <param name="Message">The message's name.</param>
public sealed record Listen(int Token, string Node, string Message) : FlowCommand;

/// <summary>A message is no longer waited for.</summary>
/// <param name="Token">The token's number.</param>
/// <param name="Node">The message event's node.</param>
public sealed record StopListening(int Token, string Node) : FlowCommand;

/// <summary>The flow has come to its end.</summary>
/// <param name="Node">The end event that ended it; null: it was stopped from outside.</param>
public sealed record Ended(string? Node) : FlowCommand;

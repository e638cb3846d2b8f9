namespace Tongban.Hall.Platform.Proceedings;

/// <summary>留痕: who does something, when, for which office, and why. Nothing changes without one.</summary>
public sealed record Proceeding(Actor Actor, DateTimeOffset At)
{
    /// <summary>USCC of the authority in whose name the actor acts.</summary>
    public string? Office { get; init; }

    public string? Reason { get; init; }
}

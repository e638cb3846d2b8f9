namespace Tongban.Hall.Cases;

/// <summary>受理: the legal start of the clock, in writing.</summary>
public sealed class Acceptance
{
    public Guid CaseId { get; init; }
    public DateTimeOffset At { get; init; }
    public DateOnly AcceptedOn { get; init; }
    public DateOnly StatutoryDueOn { get; init; }
    public DateOnly PromisedDueOn { get; init; }

    /// <summary>Accepted by the published rules, not by a person.</summary>
    public bool ByRules { get; init; }
}

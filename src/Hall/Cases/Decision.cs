namespace Tongban.Hall.Cases;

/// <summary>决定: one per case and round, in writing, with its reasons.</summary>
public sealed class Decision
{
    public Guid CaseId { get; init; }
    public int Round { get; init; } = 1;
    public DateTimeOffset At { get; init; }
    public bool Granted { get; init; }
    public bool ByRules { get; init; }

    /// <summary>JSON: rule, version, article, facts with source and time.</summary>
    public required string Explanation { get; init; }
}

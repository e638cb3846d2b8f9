namespace Tongban.Hall.Cases;

/// <summary>收件: what the applicant handed in, exactly as it was shown, and when.</summary>
public sealed class Submission
{
    public Guid CaseId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>The day of receipt, in the city's time zone.</summary>
    public DateOnly ReceivedOn { get; init; }

    /// <summary>Canonical JSON of the answers.</summary>
    public required string Answers { get; init; }

    /// <summary>Canonical JSON of the facts that the registries gave, by registry.</summary>
    public required string Facts { get; init; }

    /// <summary>SM3 of the page that was shown for checking; the submission is refused when it differs.</summary>
    public required string ShownHash { get; init; }

    /// <summary>SM3 of applicant, case and the client's key: the same key never hands in twice.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>Day 5 in working days: not told anything by then, the case counts as accepted (行政许可法 art. 32).</summary>
    public DateOnly AcceptanceDueOn { get; init; }
}

namespace Tongban.Hall.Platform.Proceedings;

/// <summary>留痕: who does something, when, for which office, and why. Nothing changes without one.</summary>
public sealed record Proceeding(Actor Actor, DateTimeOffset At)
{
    /// <summary>To the millisecond: what is hashed is what both databases give back.</summary>
    public DateTimeOffset At { get; } = CityTime.Cut(At);

    /// <summary>For whom, when not for the actor himself.</summary>
    public Behalf? For { get; init; }

    /// <summary>Records what has happened already, such as a look-up: it is written whatever has become of the mandate since.</summary>
    public bool AfterTheFact { get; init; }

    /// <summary>USCC of the authority in whose name the actor acts.</summary>
    public string? Office { get; init; }

    public string? Reason { get; init; }

    /// <summary>The registered kiosk at which it happens.</summary>
    public string? Kiosk { get; init; }
}

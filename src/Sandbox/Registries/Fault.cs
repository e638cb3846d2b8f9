namespace Tongban.Sandbox.Registries;

/// <summary>How a registry may fail.</summary>
public enum FaultMode
{
    None,
    /// <summary>Answers after the delay.</summary>
    Slow,
    /// <summary>Cuts the connection.</summary>
    Down,
    /// <summary>Never answers.</summary>
    Hang,
    /// <summary>Signs with a key that is not its own.</summary>
    WrongSignature,
    /// <summary>Its data is a month old.</summary>
    Stale,
    /// <summary>Sends what is not JSON, well signed.</summary>
    Garbage,
    /// <summary>Answers 500.</summary>
    Error500,
    /// <summary>Answers about somebody else.</summary>
    OtherPerson,
}

/// <summary>A fault that is on: its kind, the delay for slow answers, and how often it strikes (0 to 1).</summary>
public sealed record Fault(FaultMode Mode, int DelayMs = 0, double Probability = 1)
{
    public static Fault None { get; } = new(FaultMode.None);

    public bool Strikes() => Mode != FaultMode.None && (Probability >= 1 || Random.Shared.NextDouble() < Probability);
}

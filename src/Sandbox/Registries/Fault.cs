namespace Tongban.Sandbox.Registries;

/// <summary>How the outside world may fail.</summary>
public enum FaultMode
{
    None,
    /// <summary>Answers after the delay.</summary>
    Slow,
    /// <summary>Cuts the connection and does nothing.</summary>
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
    /// <summary>Does what is asked, then cuts the connection: the asker cannot know.</summary>
    LostAnswer,
    /// <summary>Sends the headers of the answer, and then nothing.</summary>
    Stall,
    /// <summary>Sends far more than any answer needs.</summary>
    Flood,
    /// <summary>Its data is from tomorrow.</summary>
    Future,
    /// <summary>Signs with the key of another register.</summary>
    OtherRegister,
    /// <summary>Tells all that it knows, not only what was asked.</summary>
    TooMuch,
}

/// <summary>A fault that is on: its kind, the delay for slow answers, and how often it strikes (0 to 1).</summary>
public sealed record Fault(FaultMode Mode, int DelayMs = Fault.UsualDelayMs, double Probability = 1)
{
    /// <summary>Longer than anybody should wait.</summary>
    public const int UsualDelayMs = 8000;

    /// <summary>The longest delay that can be asked for.</summary>
    public const int MostDelayMs = 60_000;

    public static Fault None { get; } = new(FaultMode.None);
}

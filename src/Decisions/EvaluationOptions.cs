namespace Tongban.Decisions;

/// <summary>How to evaluate.</summary>
public sealed record EvaluationOptions
{
    /// <summary>How much an evaluation may do when nothing else is said.</summary>
    public const int DefaultFuel = 10_000_000;

    internal static readonly EvaluationOptions Default = new();

    /// <summary>Whether to record which rules hit and why; costs nothing when false.</summary>
    public bool Explain { get; init; }

    /// <summary>The time for <c>now()</c> and <c>today()</c>, in the zone that is to count. Without it both give null and a diagnostic.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Steps (loop rounds, list elements, operations; a call counts as several) after which an evaluation is given up with null and a diagnostic.</summary>
    public int Fuel { get; init; } = DefaultFuel;

    /// <summary>
    /// With <see cref="Explain"/>: the output that was hoped for (the first output of the table, or a context of outputs).
    /// The nearest rules are then the ones that would have given it.
    /// </summary>
    public FeelValue? WantedOutput { get; init; }
}

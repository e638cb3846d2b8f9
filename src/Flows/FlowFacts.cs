namespace Tongban.Flows;

/// <summary>What a flow asks of its surroundings while it steps. The answers must depend on nothing but the question and the
/// facts that the caller keeps: then the same events give the same states again.</summary>
public sealed record FlowFacts
{
    /// <summary>Whether a condition holds; null: it gives neither yes nor no, and the step is refused.</summary>
    public required Func<string, Repetition?, bool?> Holds { get; init; }

    /// <summary>The number that an expression gives; null: it gives none, and the step is refused.</summary>
    public Func<string, int?> Count { get; init; } = text => int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}

namespace Tongban.Decisions;

/// <summary>What an evaluation gave. Nothing throws on data: what could not be computed is null, and a diagnostic says why.</summary>
/// <param name="Value">The value.</param>
/// <param name="Diagnostics">
/// What became null and why. Errors: wrong types, values not allowed, no rule hit, rules in conflict, fuel at its end.
/// Warnings: an input that was not given, and nulls that only pass earlier ones on.
/// </param>
/// <param name="Explanation">Which rules hit and why; only when asked for, and only for decisions.</param>
public sealed record Evaluation(FeelValue Value, IReadOnlyList<Problem> Diagnostics, Explanation? Explanation = null)
{
    /// <summary>The numbers, from 1, of the rules of the decision's table that hit, in the order of the table; empty for other decisions. There without an explanation too.</summary>
    public IReadOnlyList<int> HitRules { get; init; } = [];
}

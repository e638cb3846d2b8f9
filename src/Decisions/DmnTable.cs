namespace Tongban.Decisions;

/// <summary>A decision table as its author wrote it: for pages that show the rules.</summary>
/// <param name="HitPolicy">The hit policy as the standard abbreviates it: U, A, P, F, C, C+, C&lt;, C&gt;, C#, R, O.</param>
/// <param name="Inputs">The input expressions.</param>
/// <param name="Outputs">The names of the outputs; for a single output without a name, the decision's name.</param>
/// <param name="Annotations">The names of the annotation columns.</param>
/// <param name="Rules">The rules in order.</param>
public sealed record DmnTable(string HitPolicy, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs, IReadOnlyList<string> Annotations, IReadOnlyList<DmnRule> Rules);

/// <summary>One rule of a table.</summary>
/// <param name="Index">The number of the rule, from 1.</param>
/// <param name="Id">Its id in the model; null when it has none.</param>
/// <param name="Inputs">The texts of its input cells.</param>
/// <param name="Outputs">The texts of its output cells.</param>
/// <param name="Annotations">The annotations: name of the column → text.</param>
public sealed record DmnRule(int Index, string? Id, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs, IReadOnlyList<KeyValuePair<string, string>> Annotations);

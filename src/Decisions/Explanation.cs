namespace Tongban.Decisions;

/// <summary>Why a decision came out as it did. Only made when <see cref="EvaluationOptions.Explain"/> asks for it.</summary>
/// <param name="Decision">The name of the decision.</param>
/// <param name="HitPolicy">The hit policy of its table as the standard abbreviates it (<c>U</c>, <c>C+</c>…); null when it is no table.</param>
/// <param name="Rules">All rules of the table with what was tested; empty when it is no table.</param>
/// <param name="Inputs">The values that the decision used, by name: input data and results of required decisions.</param>
/// <param name="NearestRules">When no rule hit, or none gave the wanted output: the rules by how little kept them from hitting, fewest failing cells first.</param>
/// <param name="Children">The explanations of the decisions that this one required.</param>
/// <param name="Value">What came out.</param>
public sealed record Explanation(
    string Decision,
    string? HitPolicy,
    IReadOnlyList<RuleTrace> Rules,
    FeelContext Inputs,
    IReadOnlyList<NearRule> NearestRules,
    IReadOnlyList<Explanation> Children,
    FeelValue Value);

/// <summary>One rule of a table in one evaluation.</summary>
/// <param name="Index">The number of the rule, from 1.</param>
/// <param name="Id">Its id in the model; null when it has none.</param>
/// <param name="Hit">Whether all its cells held.</param>
/// <param name="Cells">Its input cells in the order of the table.</param>
/// <param name="Outputs">Its outputs by name (a table of one output without a name: under the decision's name). Computed for rules that hit; otherwise the texts that are constant.</param>
/// <param name="Annotations">The annotations: name of the column → text.</param>
public sealed record RuleTrace(int Index, string? Id, bool Hit, IReadOnlyList<CellTrace> Cells, FeelContext Outputs, IReadOnlyList<KeyValuePair<string, string>> Annotations);

/// <summary>What a cell asks.</summary>
/// <param name="Input">The input expression as written.</param>
/// <param name="Test">The unary tests as written.</param>
public sealed record CellText(string Input, string Test);

/// <summary>One cell in one evaluation.</summary>
/// <param name="Text">What the cell asks: the same object in every evaluation.</param>
/// <param name="Value">The value that was tested.</param>
/// <param name="Outcome">Whether it held; null when it could not be compared.</param>
public readonly record struct CellTrace(CellText Text, FeelValue Value, bool? Outcome)
{
    /// <summary>A cell by its texts.</summary>
    public CellTrace(string input, string test, FeelValue value, bool? outcome)
        : this(new CellText(input, test), value, outcome)
    {
    }

    /// <summary>The input expression as written.</summary>
    public string Input => Text.Input;

    /// <summary>The unary tests as written.</summary>
    public string Test => Text.Test;
}

/// <summary>A rule that did not hit, with what kept it from it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Failed">Exactly the cells that did not hold.</param>
public sealed record NearRule(RuleTrace Rule, IReadOnlyList<CellTrace> Failed);

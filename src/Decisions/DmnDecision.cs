using Tongban.Decisions.Dmn;
using Tongban.Decisions.Running;

namespace Tongban.Decisions;

/// <summary>A decision of a model.</summary>
public sealed class DmnDecision
{
    private readonly DecisionNode node;

    internal DmnDecision(DecisionNode node)
    {
        this.node = node;
        Table = (node.Expression as TableNode ?? (node.Expression as CheckedNode)?.Value as TableNode)?.Shown;
        RequiredInputs = [.. Required(node, [], []).Select(n => new DmnInput(n.Name, n.Type) { AllowedValues = n.ItemType.Allowed?.Text })];
    }

    /// <summary>The name.</summary>
    public string Name => node.Name;

    /// <summary>The type of the result: as declared, or as the expression shows.</summary>
    public FeelType Type => node.Type;

    /// <summary>The decision table, for showing; null when the decision is another expression.</summary>
    public DmnTable? Table { get; }

    /// <summary>The input data that it needs, through all decisions that it requires, in order of first need.</summary>
    public IReadOnlyList<DmnInput> RequiredInputs { get; }

    /// <summary>
    /// Evaluates the decision with all that it requires. Never throws on data.
    /// </summary>
    /// <param name="inputs">Values by the names of the input data; one named like a required decision stands in for it.</param>
    /// <param name="options">Time, fuel, explanation.</param>
    public Evaluation Evaluate(FeelContext inputs, EvaluationOptions? options = null)
    {
        var run = new Run(options ?? EvaluationOptions.Default);
        var model = new ModelRun(run, inputs, node.Owner);
        try
        {
            var value = node.Decide(model);
            return new(value, run.Diagnostics, model.ExplanationOf(node)) { HitRules = run.Hits };
        }
        catch (GivenUp reason)
        {
            run.Fail(node.Place, reason.Reason);
            return new(FeelValue.Null, run.Diagnostics);
        }
    }

    private static List<InputNode> Required(DecisionNode from, HashSet<ModelNode> seen, List<InputNode> inputs)
    {
        foreach (var (_, required) in from.Requirements)
        {
            if (!seen.Add(required))
                continue;
            if (required is InputNode input)
                inputs.Add(input);
            else if (required is DecisionNode decision)
                Required(decision, seen, inputs);
        }

        return inputs;
    }
}

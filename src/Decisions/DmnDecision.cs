using Tongban.Decisions.Dmn;
using Tongban.Decisions.Running;

namespace Tongban.Decisions;

/// <summary>A decision of a model.</summary>
public sealed class DmnDecision
{
    private readonly DecisionNode node;
    private readonly Lazy<IReadOnlyList<DmnInput>> required;

    internal DmnDecision(DecisionNode node)
    {
        this.node = node;
        Table = (node.Expression as TableNode ?? (node.Expression as CheckedNode)?.Value as TableNode)?.Shown;
        required = new(() => [.. Required(node).Select(n => new DmnInput(n.Name, n.Type) { AllowedValues = n.ItemType.Allowed?.Text })]);
    }

    /// <summary>The name.</summary>
    public string Name => node.Name;

    /// <summary>The type of the result: as declared, or as the expression shows.</summary>
    public FeelType Type => node.Type;

    /// <summary>The decision table, for showing; null when the decision is another expression.</summary>
    public DmnTable? Table { get; }

    /// <summary>The input data that it needs, through all decisions that it requires, in order of first need.</summary>
    public IReadOnlyList<DmnInput> RequiredInputs => required.Value;

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

    // By a stack of its own: models may be chains of thousands of decisions.
    private static List<InputNode> Required(DecisionNode root)
    {
        var inputs = new List<InputNode>();
        var seen = new HashSet<ModelNode>();
        var open = new Stack<ModelNode>([root]);
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next))
                continue;
            if (next is InputNode input)
                inputs.Add(input);
            else if (next is DecisionNode decision)
                foreach (var requirement in decision.Requirements.Reverse())
                    open.Push(requirement.Node);
        }

        return inputs;
    }
}

using Tongban.Decisions.Running;

namespace Tongban.Decisions.Dmn;

/// <summary>One evaluation of a model: every element is computed at most once.</summary>
internal sealed class ModelRun(Run run, FeelContext inputs, ModelBuilder owner)
{
    private readonly FeelValue?[] values = new FeelValue?[owner.Size];
    private Dictionary<ModelNode, FeelValue>? imported;
    private Dictionary<ModelNode, Explanation>? explanations;

    public Run Run => run;
    public FeelContext Inputs => inputs;

    public FeelValue Get(ModelNode node) => ReferenceEquals(node.Owner, owner) ? values[node.Index] ??= node.Evaluate(this) : Imported(node);

    private FeelValue Imported(ModelNode node)
    {
        imported ??= [];
        if (!imported.TryGetValue(node, out var value))
            imported[node] = value = node.Evaluate(this);
        return value;
    }

    public Explanation? ExplanationOf(ModelNode node) => explanations?.GetValueOrDefault(node);

    public void Explain(ModelNode node, Explanation explanation) => (explanations ??= [])[node] = explanation;
}

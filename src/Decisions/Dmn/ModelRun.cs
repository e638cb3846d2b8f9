using Tongban.Decisions.Running;

namespace Tongban.Decisions.Dmn;

/// <summary>One evaluation of a model: every element is computed at most once.</summary>
internal sealed class ModelRun(Run run, FeelContext inputs, int size)
{
    private readonly FeelValue?[] values = new FeelValue?[size];
    private readonly Explanation?[] explanations = new Explanation?[size];

    public Run Run => run;
    public FeelContext Inputs => inputs;

    public FeelValue Get(ModelNode node) => values[node.Index] ??= node.Evaluate(this);

    public Explanation? ExplanationOf(ModelNode node) => explanations[node.Index];

    public void Explain(ModelNode node, Explanation explanation) => explanations[node.Index] = explanation;
}

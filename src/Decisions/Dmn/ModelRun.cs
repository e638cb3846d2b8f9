using Tongban.Decisions.Running;

namespace Tongban.Decisions.Dmn;

/// <summary>One evaluation of a model: every element is computed at most once; an imported one once for every import that leads to it.</summary>
internal sealed class ModelRun(Run run, FeelContext inputs, ModelBuilder owner)
{
    private readonly FeelValue?[] values = new FeelValue?[owner.Size];
    private Dictionary<(string Import, ModelBuilder Model), ModelRun>? imported;
    private Dictionary<ModelNode, Explanation>? explanations;

    public Run Run => run;
    public FeelContext Inputs => inputs;

    /// <summary>The value of an element of this model.</summary>
    public FeelValue Get(ModelNode node) => values[node.Index] ??= node.Evaluate(this);

    public FeelValue Get(Requirement required) => Home(required).Get(required.Node);

    public Explanation? ExplanationOf(Requirement required) => Home(required).ExplanationOf(required.Node);

    public Explanation? ExplanationOf(ModelNode node) => explanations?.GetValueOrDefault(node);

    public void Explain(ModelNode node, Explanation explanation) => (explanations ??= [])[node] = explanation;

    private ModelRun Home(Requirement required)
    {
        if (ReferenceEquals(required.Node.Owner, owner))
            return this;
        imported ??= [];
        var key = (required.Import ?? "", required.Node.Owner);
        if (!imported.TryGetValue(key, out var home))
            imported[key] = home = new ModelRun(run, InputsOf(key.Item1), key.Owner);
        return home;
    }

    // The inputs of an imported model come in a context of the import's name, with that name and a dot before their own, or beside the others.
    private FeelContext InputsOf(string import)
    {
        if (inputs.TryGet(import, out var own) && own is FeelContext context)
            return context;
        var qualified = inputs.Where(i => i.Key.StartsWith(import + ".", StringComparison.Ordinal)).ToArray();
        if (qualified.Length == 0)
            return inputs;
        var both = new FeelContext();
        foreach (var (name, value) in inputs)
            both[name] = value;
        foreach (var (name, value) in qualified)
            both[name[(import.Length + 1)..]] = value;
        return both;
    }
}

using Tongban.Decisions.Running;
using Tongban.Decisions.Syntax;
using Tongban.Decisions.Syntax.Nodes;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Dmn;

/// <summary>An element of the decision requirements graph.</summary>
internal abstract class ModelNode(ModelBuilder owner, string name, int index, Place place)
{
    public ModelBuilder Owner => owner;
    public string Name => name;
    public int Index => index;
    public Place Place => place;
    public FeelType Type { get; protected set; } = FeelType.Any;
    public virtual ItemType ItemType => ItemType.Any;

    public abstract FeelValue Evaluate(ModelRun run);
}

/// <summary>Input data (6.3.11): its value comes from the caller.</summary>
internal sealed class InputNode : ModelNode
{
    private readonly ItemType type;

    public InputNode(ModelBuilder owner, string name, int index, Place place, ItemType type)
        : base(owner, name, index, place) => (this.type, Type) = (type, type.Type);

    public override ItemType ItemType => type;

    public override FeelValue Evaluate(ModelRun run)
    {
        if (run.Inputs.TryGet(Name, out var value))
            return type.Check(run.Run, Place, Name, value, Messages.WrongInput);
        run.Run.Report(Place.Problem(Messages.MissingInput(Name), Severity.Warning));
        return FeelValue.Null;
    }
}

/// <summary>A requirement: the element, and how it is named here (imported ones under the name of the import).</summary>
internal sealed record Requirement(string? Import, ModelNode Node);

/// <summary>The requirements that fill the variables of an expression: each its own, or the context of an import.</summary>
internal sealed class Bindings(Scope root, IReadOnlyList<Requirement> requirements)
{
    private readonly (int Slot, Requirement[] Sources)[] all =
        [.. root.FreeVariables.Select(v => (v.Slot, requirements.Where(r => (r.Import ?? r.Node.Name) == v.Name).ToArray())).Where(b => b.Item2.Length > 0)];

    public bool IsEmpty => all.Length == 0;

    public void Fill(FeelValue[] slots, ModelRun run)
    {
        foreach (var (slot, sources) in all)
            slots[slot] = sources[0].Import is null ? run.Get(sources[0]) : Imported(run, sources);
    }

    private static FeelContext Imported(ModelRun run, Requirement[] sources)
    {
        var context = new FeelContext();
        foreach (var source in sources)
            context.Add(source.Node.Name, run.Get(source));
        return context;
    }
}

/// <summary>An expression with the requirements that fill its variables.</summary>
internal sealed class Logic
{
    private readonly Bindings bindings;
    private readonly Layout layout;
    private readonly Code code;

    public Logic(Node node, Scope root, IReadOnlyList<Requirement> requirements)
    {
        Node = node;
        code = node.Compile();
        layout = root.Layout;
        Used = root.FreeVariables.Select(v => v.Name).ToHashSet(StringComparer.Ordinal);
        bindings = new(root, requirements);
    }

    public Node Node { get; }

    /// <summary>The names of requirements that the expression uses.</summary>
    public IReadOnlySet<string> Used { get; }

    public FeelValue Evaluate(ModelRun run)
    {
        var slots = new FeelValue[layout.Count];
        bindings.Fill(slots, run);
        return code(new Frame(run.Run, slots));
    }
}

/// <summary>A decision.</summary>
internal sealed class DecisionNode(ModelBuilder owner, string name, int index, Place place) : ModelNode(owner, name, index, place)
{
    private Logic? logic;
    private ItemType declared = ItemType.Any;

    public IReadOnlyList<Requirement> Requirements { get; private set; } = [];
    public override ItemType ItemType => declared;
    public Node? Expression => logic?.Node;
    public IReadOnlySet<string> Used => logic?.Used ?? new HashSet<string>();

    public void Define(Logic expression, ItemType type, IReadOnlyList<Requirement> requirements)
    {
        (logic, declared, Requirements) = (expression, type, requirements);
        Type = type == ItemType.Any ? expression.Node.Type : type.Type;
    }

    /// <summary>The value as others require it: an input of the same name stands in for the decision.</summary>
    public override FeelValue Evaluate(ModelRun run) => run.Inputs.TryGet(Name, out var given)
        ? declared.Check(run.Run, Place, Name, given, Messages.WrongInput)
        : Decide(run);

    public FeelValue Decide(ModelRun run)
    {
        if (logic is null)
            return run.Inputs.TryGet(Name, out var given) ? given : run.Run.Fail(Place, Messages.NoLogic(Name));
        run.Run.Enter();
        // What is required comes first, so that what this table records stays.
        foreach (var required in Requirements)
            if (required.Node is DecisionNode or InputNode)
                run.Get(required);
        run.Run.Table = null;
        run.Run.Hits = [];
        var value = declared.Check(run.Run, Place, Name, logic.Evaluate(run), Messages.WrongResult);
        run.Run.Leave();
        if (run.Run.Explain)
            run.Explain(this, Explained(run, value));
        return value;
    }

    private Explanation Explained(ModelRun run, FeelValue value)
    {
        var used = new FeelContext();
        List<Explanation>? children = null;
        foreach (var required in Requirements)
        {
            var (import, node) = required;
            if (node is not (DecisionNode or InputNode))
                continue;
            used.Add(import is null ? node.Name : import + "." + node.Name, run.Get(required));
            if (run.ExplanationOf(required) is { } child)
                (children ??= []).Add(child);
        }

        var table = run.Run.Table;
        return new(Name, table?.HitPolicy, table?.Rules ?? [], used, table?.Nearest ?? [], children ?? (IReadOnlyList<Explanation>)[], value);
    }
}

/// <summary>A business knowledge model (6.3.9): a function.</summary>
internal sealed class KnowledgeNode(ModelBuilder owner, string name, int index, Place place) : ModelNode(owner, name, index, place)
{
    private FunctionValue? function;

    public Node? Body { get; private set; }
    public KnowledgeFunction? Knowledge => function as KnowledgeFunction;
    public ServiceFunction? Service => function as ServiceFunction;

    public void Declare(FeelType type) => Type = type;

    /// <param name="value">The function.</param>
    /// <param name="result">What it gives, as far as its body shows.</param>
    public void Define(FunctionValue value, FeelType result, Node? body = null) =>
        (function, Body, Type) = (value, body, FeelType.Function(value.Type.Parameters, value.Type.Result!.Kind == FeelKind.Any ? result : value.Type.Result));

    public override FeelValue Evaluate(ModelRun run) => function ?? FeelValue.Null;
}

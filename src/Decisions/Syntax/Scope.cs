namespace Tongban.Decisions.Syntax;

/// <summary>The slots of one function body (or of the whole expression).</summary>
internal sealed class Layout(Layout? parent)
{
    public Layout? Parent => parent;
    public int Count { get; private set; }
    public int Take() => Count++;
}

/// <summary>A variable with its slot.</summary>
internal sealed record Variable(string Name, FeelType Type, Layout Layout, int Slot);

/// <summary>What a filter makes visible: the members of the element (10.3.2.5).</summary>
internal sealed record ElementScope(Variable Item, NameIndex<(string Name, FeelType Type)> Members, bool Open);

/// <summary>The names visible at a point of an expression. Parsing and resolving are one: what a name is decides how far it reaches.</summary>
internal sealed class Scope
{
    private readonly Scope? parent;
    private readonly NameIndex<Variable> names = new();
    private readonly FeelScope? outside;
    private readonly Dictionary<string, Variable>? free;

    private Scope(Scope? parent, Layout layout, FeelScope? outside = null)
    {
        (this.parent, Layout, this.outside) = (parent, layout, outside);
        free = outside is null ? null : new(StringComparer.Ordinal);
    }

    public Layout Layout { get; }
    public ElementScope? Element { get; private init; }
    public Scope? Parent => parent;

    public static Scope Root(FeelScope outside) => new(null, new Layout(null), outside);

    public Scope Child() => new(this, Layout);

    public Scope Body() => new(this, new Layout(Layout));

    public Scope Filter(FeelType element)
    {
        var item = new Variable("item", element, Layout, Layout.Take());
        var open = element.Kind is FeelKind.Any or FeelKind.Null || (element.Kind == FeelKind.Context && element.Members.Count == 0);
        var scope = new Scope(this, Layout) { Element = new(item, element.MemberNames, open) };
        scope.names.Add("item", item);
        return scope;
    }

    public Variable Declare(string name, FeelType type)
    {
        var variable = new Variable(name, type, Layout, Layout.Take());
        names.Add(name, variable);
        return variable;
    }

    /// <summary>The longest name that this scope itself (not its parents) has at a position.</summary>
    public (int Length, Variable Value)? Find(Token[] text, int at)
    {
        if (outside?.Index.Find(text, at) is { } found)
            return (found.Length, Free(found.Value.Name, found.Value.Type));
        return names.Find(text, at);
    }

    /// <summary>The slots to be filled before the evaluation, by name.</summary>
    public IReadOnlyCollection<Variable> FreeVariables => free?.Values ?? (IReadOnlyCollection<Variable>)[];

    public Variable Free(string name, FeelType type)
    {
        if (!free!.TryGetValue(name, out var variable))
            free.Add(name, variable = new(name, type, Layout, Layout.Take()));
        return variable;
    }

    public FeelScope Outside => outside ?? parent!.Outside;
}

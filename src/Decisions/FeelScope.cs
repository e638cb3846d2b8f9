using Tongban.Decisions.Syntax;

namespace Tongban.Decisions;

/// <summary>The names, with their types, that an expression may use. Immutable; a name may have spaces, signs and any script (10.3.1.2).</summary>
public sealed class FeelScope
{
    private readonly (string Name, FeelType Type)[] names;

    /// <summary>A scope of the given names; of two that are the same, the later counts.</summary>
    public FeelScope(params (string Name, FeelType Type)[] names)
        : this(names, new Dictionary<string, FeelType>(StringComparer.Ordinal))
    {
    }

    internal FeelScope((string Name, FeelType Type)[] names, IReadOnlyDictionary<string, FeelType> types)
    {
        this.names = [.. names];
        Types = types;
        foreach (var entry in names)
            Index.Add(entry.Name, entry);
    }

    /// <summary>The scope without names.</summary>
    public static FeelScope Empty { get; } = new();

    /// <summary>The names in the order given.</summary>
    public IReadOnlyList<(string Name, FeelType Type)> Names => names;

    internal NameIndex<(string Name, FeelType Type)> Index { get; } = new();

    /// <summary>Types that the expression may name, as item definitions are.</summary>
    internal IReadOnlyDictionary<string, FeelType> Types { get; }

    internal NameIndex<FeelType> TypeIndex => field ??= NameIndex<FeelType>.Of(Types.Select(t => (t.Key, t.Value)));

    /// <summary>This scope with one name more, or one replaced.</summary>
    public FeelScope With(string name, FeelType type) => new([.. names.Where(n => n.Name != name), (name, type)], Types);
}

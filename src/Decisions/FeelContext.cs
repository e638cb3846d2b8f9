using System.Collections;

namespace Tongban.Decisions;

/// <summary>
/// A context: an ordered map from names to values (10.3.2.6), and the form in which inputs are given.
/// Built by a collection initialiser (<c>new FeelContext { ["年龄"] = 36 }</c>); once handed to an evaluation it must not change any more.
/// </summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1710", Justification = "Context is the standard's word.")]
public sealed class FeelContext : FeelValue, IReadOnlyCollection<KeyValuePair<string, FeelValue>>
{
    private const int Few = 8;

    private string[] names = new string[4];
    private FeelValue[] values = new FeelValue[4];
    private Dictionary<string, int>? index;
    private bool frozen;
    private long weight = 1;
    private int depth = 1;

    /// <summary>The public properties of a record as entries, in their order; nested records too when they are handed over by this method.</summary>
    /// <exception cref="ArgumentException">A property's type has no counterpart in FEEL.</exception>
    public static FeelContext Of<T>(T record)
        where T : notnull
    {
        var context = new FeelContext();
        foreach (var property in Properties<T>.All)
            context.Add(property.Name, property.GetValue(record));
        return context;
    }

    private static class Properties<T>
    {
        public static readonly System.Reflection.PropertyInfo[] All = [.. typeof(T).GetProperties().Where(p => p.CanRead && p.GetIndexParameters().Length == 0)];
    }

    /// <summary>How many entries there are.</summary>
    public int Count { get; private set; }

    /// <summary>The names in order.</summary>
    public IEnumerable<string> Names => names.Take(Count);

    /// <summary>The value of an entry; null (of FEEL) when there is none. Setting adds or replaces.</summary>
    public FeelValue this[string name]
    {
        get => TryGet(name, out var value) ? value : Null;
        set => Set(name, value ?? Null);
    }

    internal override long Weight => weight;

    internal override int Depth => depth;

    /// <inheritdoc/>
    public override FeelKind Kind => FeelKind.Context;

    /// <inheritdoc/>
    public override FeelType Type => FeelType.Context([.. this.Select(e => (e.Key, e.Value.Type))]);

    /// <summary>Adds or replaces an entry; the value is converted as by <see cref="FeelValue.From"/>.</summary>
    public void Add(string name, object? value) => Set(name, From(value));

    /// <summary>Adds or replaces an entry.</summary>
    public void Add(string name, FeelValue? value) => Set(name, value ?? Null);

    /// <summary>Whether there is such an entry, even one of null.</summary>
    public bool Contains(string name) => Find(name) >= 0;

    /// <summary>Looks an entry up.</summary><returns>False, with FEEL's null, when there is none.</returns>
    public bool TryGet(string name, out FeelValue value)
    {
        var at = Find(name);
        value = at < 0 ? Null : values[at];
        return at >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, FeelValue>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return new(names[i], values[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Makes every later change an error: for values that many evaluations share.</summary>
    internal FeelContext Freeze()
    {
        frozen = true;
        return this;
    }

    internal string NameAt(int i) => names[i];

    internal FeelValue ValueAt(int i) => values[i];

    private int Find(string name)
    {
        if (index is not null)
            return index.TryGetValue(name, out var at) ? at : -1;
        for (var i = 0; i < Count; i++)
            if (ReferenceEquals(names[i], name))
                return i;
        for (var i = 0; i < Count; i++)
            if (string.Equals(names[i], name, StringComparison.Ordinal))
                return i;
        return -1;
    }

    private void Set(string name, FeelValue value)
    {
        if (frozen)
            throw new InvalidOperationException(Messages.Frozen().En);
        weight += value.Weight;
        depth = Math.Max(depth, value.Depth + 1);
        if (weight > Heaviest || depth > Deepest)
            throw new Running.GivenUp(Messages.TooBig());
        var at = Find(name);
        if (at >= 0)
        {
            values[at] = value;
            return;
        }

        if (Count == names.Length)
        {
            Array.Resize(ref names, Count * 2);
            Array.Resize(ref values, Count * 2);
        }

        names[Count] = name;
        values[Count] = value;
        index?.Add(name, Count);
        Count++;
        if (Count > Few && index is null)
        {
            index = new(StringComparer.Ordinal);
            for (var i = 0; i < Count; i++)
                index.Add(names[i], i);
        }
    }

    private protected override int Hash()
    {
        var hash = 0;
        for (var i = 0; i < Count; i++)
            hash ^= HashCode.Combine(names[i], values[i]);
        return hash;
    }
}

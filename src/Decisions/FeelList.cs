using System.Collections;

namespace Tongban.Decisions;

/// <summary>A list of FEEL values (10.3.2.5). Immutable; index from 0 here, from 1 in FEEL.</summary>
public sealed class FeelList : FeelValue, IReadOnlyList<FeelValue>
{
    private FeelType? type;

    internal FeelList(FeelValue[] items)
    {
        Items = items;
        long weight = 1;
        var depth = 0;
        foreach (var item in items)
        {
            weight += item.Weight;
            depth = Math.Max(depth, item.Depth);
        }

        (Weight, Depth) = (weight, depth + 1);
        if (weight > Heaviest || depth > Deepest)
            throw new Running.GivenUp(Messages.TooBig());
    }

    /// <summary>A list of the given values.</summary>
    /// <exception cref="InvalidOperationException">More than 500 levels deep, or more than 20 million values.</exception>
    public FeelList(IEnumerable<FeelValue> items)
        : this([.. items])
    {
    }

    internal override long Weight { get; }

    internal override int Depth { get; }

    /// <summary>The list without elements.</summary>
    public static FeelList Empty { get; } = new([]);

    internal FeelValue[] Items { get; }

    /// <inheritdoc/>
    public FeelValue this[int index] => Items[index];

    /// <inheritdoc/>
    public int Count => Items.Length;

    /// <inheritdoc/>
    public override FeelKind Kind => FeelKind.List;

    /// <inheritdoc/>
    public override FeelType Type => type ??= FeelType.List(Items.Length == 0 ? FeelType.Any : Items.Select(i => i.Type).Aggregate(FeelType.Join));

    /// <inheritdoc/>
    public IEnumerator<FeelValue> GetEnumerator() => ((IEnumerable<FeelValue>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private protected override int Hash()
    {
        var hash = default(HashCode);
        foreach (var item in Items)
            hash.Add(item);
        return hash.ToHashCode();
    }
}

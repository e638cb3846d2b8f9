namespace Tongban.Decisions.Dmn.Analysis;

/// <summary>A set of rules as bits.</summary>
internal sealed class RuleSet(ulong[] bits) : IEquatable<RuleSet>
{
    public static RuleSet All(int count)
    {
        var all = new RuleSet(new ulong[(count + 63) / 64]);
        for (var i = 0; i < count; i++)
            all.Add(i);
        return all;
    }

    public bool IsEmpty => Array.TrueForAll(bits, b => b == 0);

    public void Add(int rule) => bits[rule / 64] |= 1UL << (rule % 64);

    public bool Has(int rule) => (bits[rule / 64] & (1UL << (rule % 64))) != 0;

    public RuleSet And(RuleSet other)
    {
        var both = new ulong[bits.Length];
        for (var i = 0; i < both.Length; i++)
            both[i] = bits[i] & other.At(i);
        return new(both);
    }

    private ulong At(int i) => bits[i];

    public bool Equals(RuleSet? other) => other is not null && bits.AsSpan().SequenceEqual(other.Bits);

    private ReadOnlySpan<ulong> Bits => bits;

    public override bool Equals(object? obj) => Equals(obj as RuleSet);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var word in bits)
            hash.Add(word);
        return hash.ToHashCode();
    }
}

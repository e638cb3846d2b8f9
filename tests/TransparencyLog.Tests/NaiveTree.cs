namespace Tongban.TransparencyLog.Tests;

/// <summary>RFC 9162 §2.1 word by word: recursive, on a list of leaf hashes, nothing clever but a memory.</summary>
internal sealed class NaiveTree(LogHash hash, IReadOnlyList<byte[]> leaves)
{
    private readonly Dictionary<(int From, int To), byte[]> memory = [];

    // MTH(D[from:to])
    public byte[] Root(int from, int to)
    {
        if (from == to) return hash.Empty;
        if (to - from == 1) return leaves[from];
        if (memory.TryGetValue((from, to), out var known)) return known;
        var k = Split(to - from);
        return memory[(from, to)] = hash.Node(Root(from, from + k), Root(from + k, to));
    }

    // PATH(m, D[from:to])
    public List<byte[]> Path(int m, int from, int to)
    {
        if (to - from == 1) return [];
        var k = Split(to - from);
        return m < k
            ? [.. Path(m, from, from + k), Root(from + k, to)]
            : [.. Path(m - k, from + k, to), Root(from, from + k)];
    }

    // PROOF(m, D[0:n])
    public List<byte[]> Proof(int m, int n) => m == 0 || m == n ? [] : Subproof(m, 0, n, true);

    private List<byte[]> Subproof(int m, int from, int to, bool whole)
    {
        if (m == to - from) return whole ? [] : [Root(from, to)];
        var k = Split(to - from);
        return m <= k
            ? [.. Subproof(m, from, from + k, whole), Root(from + k, to)]
            : [.. Subproof(m - k, from + k, to, false), Root(from, from + k)];
    }

    // "the largest power of two smaller than n"
    private static int Split(int n)
    {
        var k = 1;
        while (2 * k < n) k *= 2;
        return k;
    }
}

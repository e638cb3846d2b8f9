namespace Tongban.TransparencyLog;

/// <summary>Proof that a leaf is in a log.</summary>
/// <param name="Index">The leaf's place, from 0.</param>
/// <param name="Size">The size of the log it speaks of. A root does not bind it: compare it with the checkpoint's.</param>
/// <param name="Path">Sibling hashes from the leaf upward.</param>
public sealed record InclusionProof(long Index, long Size, IReadOnlyList<byte[]> Path)
{
    /// <summary>Reads a proof from JSON: index, size, and path in base64.</summary>
    public static Reading<InclusionProof> Read(string json) =>
        StrictJson.Read<InclusionProof>(json, p => p.Path.Contains(null!) ? Problems.Gap : null);

    /// <summary>Checks the proof (RFC 9162 §2.1.3.2). Never throws: a malformed proof is a false one.</summary>
    public bool Verify(LogHash hash, byte[] leafHash, byte[] root)
    {
        if (Index < 0 || Index >= Size || Path is null || leafHash.Length != hash.Size) return false;
        var (fn, sn, r) = (Index, Size - 1, leafHash);
        foreach (var p in Path)
        {
            if (p is null || p.Length != hash.Size || sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn)
            {
                r = hash.Node(p, r);
                while ((fn & 1) == 0 && fn != 0) (fn, sn) = (fn >> 1, sn >> 1);
            }
            else r = hash.Node(r, p);
            (fn, sn) = (fn >> 1, sn >> 1);
        }
        return sn == 0 && r.AsSpan().SequenceEqual(root);
    }
}

/// <summary>Proof that a log's earlier state is the beginning of its later one: nothing was rewritten.</summary>
/// <param name="First">The earlier size. Roots do not bind sizes: compare both with the checkpoints'.</param>
/// <param name="Second">The later size.</param>
/// <param name="Path">Hashes of subtrees, as in RFC 9162 §2.1.4.1; empty for equal sizes and for an empty first log.</param>
public sealed record ConsistencyProof(long First, long Second, IReadOnlyList<byte[]> Path)
{
    /// <summary>Reads a proof from JSON: first, second, and path in base64.</summary>
    public static Reading<ConsistencyProof> Read(string json) =>
        StrictJson.Read<ConsistencyProof>(json, p => p.Path.Contains(null!) ? Problems.Gap : null);

    /// <summary>Checks the proof (RFC 9162 §2.1.4.2). Never throws.</summary>
    public bool Verify(LogHash hash, byte[] firstRoot, byte[] secondRoot)
    {
        if (First < 0 || First > Second || Path is null || Path.Any(p => p is null || p.Length != hash.Size)) return false;
        if (First == Second) return Path.Count == 0 && firstRoot.AsSpan().SequenceEqual(secondRoot);
        if (First == 0) return Path.Count == 0 && firstRoot.AsSpan().SequenceEqual(hash.Empty);
        var path = (First & (First - 1)) == 0 ? [firstRoot, .. Path] : Path;
        if (path.Count == 0) return false;
        var (fn, sn) = (First - 1, Second - 1);
        while ((fn & 1) == 1) (fn, sn) = (fn >> 1, sn >> 1);
        var (fr, sr) = (path[0], path[0]);
        foreach (var c in path.Skip(1))
        {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn)
            {
                (fr, sr) = (hash.Node(c, fr), hash.Node(c, sr));
                while ((fn & 1) == 0 && fn != 0) (fn, sn) = (fn >> 1, sn >> 1);
            }
            else sr = hash.Node(sr, c);
            (fn, sn) = (fn >> 1, sn >> 1);
        }
        return sn == 0 && fr.AsSpan().SequenceEqual(firstRoot) && sr.AsSpan().SequenceEqual(secondRoot);
    }
}

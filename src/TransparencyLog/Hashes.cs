using System.Numerics;

namespace Tongban.TransparencyLog;

/// <summary>The tree's hashes, read through its tiles; each tile once.</summary>
internal sealed class Hashes(LogHash hash, ITileReader tiles)
{
    private readonly Dictionary<(int, long), byte[]> read = [];
    private long size;

    public async ValueTask<byte[]> RootAsync(long ofSize, CancellationToken stop)
    {
        size = ofSize;
        return ofSize == 0 ? hash.Empty : await RangeAsync(0, ofSize, stop);
    }

    /// <summary>The siblings that lead from a leaf to the root of [from, to): RFC 9162 §2.1.3.1, PATH.</summary>
    public async ValueTask PathAsync(long index, long from, long to, List<byte[]> path, CancellationToken stop)
    {
        size = Math.Max(size, to);
        if (to - from == 1) return;
        var middle = from + Split(to - from);
        if (index < middle)
        {
            await PathAsync(index, from, middle, path, stop);
            path.Add(await RangeAsync(middle, to, stop));
        }
        else
        {
            await PathAsync(index, middle, to, path, stop);
            path.Add(await RangeAsync(from, middle, stop));
        }
    }

    /// <summary>RFC 9162 §2.1.4.1, SUBPROOF.</summary>
    public async ValueTask SubproofAsync(long first, long from, long to, bool whole, List<byte[]> path, CancellationToken stop)
    {
        size = Math.Max(size, to);
        if (first == to - from)
        {
            if (!whole) path.Add(await RangeAsync(from, to, stop));
            return;
        }
        var split = Split(to - from);
        if (first <= split)
        {
            await SubproofAsync(first, from, from + split, whole, path, stop);
            path.Add(await RangeAsync(from + split, to, stop));
        }
        else
        {
            await SubproofAsync(first - split, from + split, to, whole: false, path, stop);
            path.Add(await RangeAsync(from, from + split, stop));
        }
    }

    /// <summary>The root over neighbouring hashes, side by side; their number is a power of two.</summary>
    public static byte[] Fold(LogHash hash, ReadOnlySpan<byte> hashes)
    {
        if (hashes.Length == hash.Size) return hashes.ToArray();
        var half = hashes.Length / 2;
        return half == hash.Size ? hash.Node(hashes[..half], hashes[half..]) : hash.Node(Fold(hash, hashes[..half]), Fold(hash, hashes[half..]));
    }

    // The hash over leaves [from, to). A range that is a power of two and aligned is a node of the tree.
    private async ValueTask<byte[]> RangeAsync(long from, long to, CancellationToken stop)
    {
        var count = to - from;
        if (BitOperations.IsPow2(count) && from % count == 0) return await NodeAsync(BitOperations.Log2((ulong)count), from / count, stop);
        var middle = from + Split(count);
        var left = await RangeAsync(from, middle, stop);
        var right = await RangeAsync(middle, to, stop);
        return hash.Node(left, right);
    }

    // A node of the tree's given level, folded from the tile level below it.
    private async ValueTask<byte[]> NodeAsync(int level, long index, CancellationToken stop)
    {
        var tileLevel = level / TileId.Height;
        var span = 1 << level % TileId.Height;
        var first = index * span;
        var tile = await TileAsync(tileLevel, first / TileId.FullWidth, stop);
        var start = (int)(first % TileId.FullWidth);
        return Fold(hash, tile.AsSpan(start * hash.Size, span * hash.Size));
    }

    private async ValueTask<byte[]> TileAsync(int level, long index, CancellationToken stop)
    {
        if (read.TryGetValue((level, index), out var known)) return known;
        var kept = (size >> level * TileId.Height) - index * TileId.FullWidth;
        var id = new TileId(level, index, (int)Math.Min(TileId.FullWidth, kept));
        return read[(level, index)] = await ReadAsync(hash, tiles, id, stop);
    }

    public static async ValueTask<byte[]> ReadAsync(LogHash hash, ITileReader tiles, TileId id, CancellationToken stop) =>
        await tiles.ReadAsync(id, stop) is { } tile && tile.Length == id.Width * hash.Size ? tile : throw new MissingTileException(id);

    // The largest power of two below n (RFC 9162 §2.1.1).
    private static long Split(long n) => 1L << BitOperations.Log2((ulong)(n - 1));
}


namespace Tongban.TransparencyLog;

/// <summary>A Merkle tree that only grows (RFC 9162 §2.1), kept as tiles. Holds no state of its own:
/// every method names the size it speaks of.</summary>
public sealed class MerkleLog(LogHash hash, ITileReader tiles)
{
    /// <summary>Adds leaves to a log of the given size.</summary>
    /// <param name="size">The size before, in leaves.</param>
    /// <param name="leafHashes">Hashes by <see cref="LogHash.Leaf"/>, in order.</param>
    /// <exception cref="ArgumentException">The size is negative, or something is not a hash.</exception>
    /// <exception cref="MissingTileException">A tile of the log before is not kept.</exception>
    public async ValueTask<Growth> AppendAsync(long size, IReadOnlyList<byte[]> leafHashes, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (leafHashes.Any(h => h.Length != hash.Size)) throw new ArgumentException("A leaf hash has another length.", nameof(leafHashes));
        var changed = new Dictionary<(int Level, long Index), List<byte[]>>();
        var reader = new Hashes(hash, new Overlay(hash, tiles, changed));
        IReadOnlyList<byte[]> rising = leafHashes;
        var before = size;
        for (var level = 0; rising.Count > 0; level++)
        {
            rising = await AppendLevelAsync(level, before, rising, changed, cancellationToken);
            before >>= TileId.Height;
        }
        var grown = size + leafHashes.Count;
        return new Growth(grown, await reader.RootAsync(grown, cancellationToken),
            [.. changed.Select(t => (new TileId(t.Key.Level, t.Key.Index, t.Value.Count), Join(t.Value)))]);
    }

    /// <summary>The root of the log's first <paramref name="size"/> leaves.</summary>
    public ValueTask<byte[]> RootAsync(long size, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return new Hashes(hash, tiles).RootAsync(size, cancellationToken);
    }

    /// <summary>Proves that leaf <paramref name="index"/> is part of the log of <paramref name="size"/> leaves (RFC 9162 §2.1.3).</summary>
    public async ValueTask<InclusionProof> ProveInclusionAsync(long index, long size, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<byte[]>();
        await new Hashes(hash, tiles).PathAsync(index, 0, size, path, cancellationToken);
        return new InclusionProof(index, size, path);
    }

    /// <summary>Proves that the log of <paramref name="first"/> leaves is the beginning of the log of <paramref name="second"/> (RFC 9162 §2.1.4).</summary>
    public async ValueTask<ConsistencyProof> ProveConsistencyAsync(long first, long second, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, second);
        var path = new List<byte[]>();
        if (first > 0 && first < second)
            await new Hashes(hash, tiles).SubproofAsync(first, 0, second, whole: true, path, cancellationToken);
        return new ConsistencyProof(first, second, path);
    }

    // Fills the level's tiles; returns the roots of the tiles that became full, which rise to the next level.
    private async ValueTask<IReadOnlyList<byte[]>> AppendLevelAsync(
        int level, long count, IReadOnlyList<byte[]> hashes, Dictionary<(int, long), List<byte[]>> changed, CancellationToken cancellationToken)
    {
        var full = new List<byte[]>();
        var index = count / TileId.FullWidth;
        var tile = await BeginTileAsync(level, index, (int)(count % TileId.FullWidth), cancellationToken);
        changed[(level, index)] = tile;
        foreach (var one in hashes)
        {
            if (tile.Count == TileId.FullWidth) changed[(level, ++index)] = tile = [];
            tile.Add(one);
            if (tile.Count == TileId.FullWidth) full.Add(Hashes.Fold(hash, Join(tile)));
        }
        return full;
    }

    private async ValueTask<List<byte[]>> BeginTileAsync(int level, long index, int width, CancellationToken cancellationToken)
    {
        if (width == 0) return [];
        var kept = await Hashes.ReadAsync(hash, tiles, new TileId(level, index, width), cancellationToken);
        return [.. kept.Chunk(hash.Size)];
    }

    private static byte[] Join(List<byte[]> hashes)
    {
        var joined = new byte[hashes.Count * 32];
        for (var i = 0; i < hashes.Count; i++) hashes[i].CopyTo(joined, i * 32);
        return joined;
    }

    // The tiles as they will be once the append is stored.
    private sealed class Overlay(LogHash hash, ITileReader below, Dictionary<(int, long), List<byte[]>> changed) : ITileReader
    {
        public async ValueTask<byte[]?> ReadAsync(TileId id, CancellationToken cancellationToken = default) =>
            changed.TryGetValue((id.Level, id.Index), out var tile) && tile.Count >= id.Width
                ? Join(tile)[..(id.Width * hash.Size)]
                : await below.ReadAsync(id, cancellationToken);
    }
}

/// <summary>A tile that the log needs is not kept, or is kept with another width: the store lost something.</summary>
public sealed class MissingTileException(TileId id) : Exception($"Tile {id.Level}/{id.Index} of width {id.Width} is missing.")
{
    /// <summary>Which tile.</summary>
    public TileId Id => id;
}

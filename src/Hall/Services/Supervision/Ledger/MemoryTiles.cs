using Tongban.Hall.Platform.Proceedings;
using Tongban.TransparencyLog;

namespace Tongban.Hall.Services.Supervision.Ledger;

/// <summary>A tree grown anew from the leaves, to hold the kept one against.</summary>
internal sealed class MemoryTiles : ITileReader
{
    private readonly Dictionary<(int Level, long Index), byte[]> tiles = [];

    public IEnumerable<(int Level, long Index)> Places => tiles.Keys;

    public void Store(Growth growth)
    {
        foreach (var (id, hashes) in growth.Tiles) tiles[(id.Level, id.Index)] = hashes;
    }

    public bool Has(int level, long index, byte[] hashes, int width) =>
        tiles.TryGetValue((level, index), out var tile)
        && hashes.Length == width * Notary.Hash.Size && tile.AsSpan().SequenceEqual(hashes);

    public ValueTask<byte[]?> ReadAsync(TileId id, CancellationToken cancellationToken = default) =>
        new(tiles.TryGetValue((id.Level, id.Index), out var tile) ? tile[..(id.Width * Notary.Hash.Size)] : null);
}

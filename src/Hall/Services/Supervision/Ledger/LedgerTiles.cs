using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.TransparencyLog;

namespace Tongban.Hall.Services.Supervision.Ledger;

/// <summary>Reads the tree's tiles from the database. A wider tile answers for a narrower one: its head is the same.</summary>
public sealed class LedgerTiles(HallDb db) : ITileReader
{
    public async ValueTask<byte[]?> ReadAsync(TileId id, CancellationToken cancellationToken = default)
    {
        var tile = await db.Set<LedgerTile>().AsNoTracking()
            .SingleOrDefaultAsync(t => t.Level == id.Level && t.Position == id.Index, cancellationToken);
        return tile is null || tile.Width < id.Width ? null : tile.Hashes[..(id.Width * Platform.Proceedings.Notary.Hash.Size)];
    }
}

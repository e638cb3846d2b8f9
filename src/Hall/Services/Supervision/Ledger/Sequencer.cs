using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Platform.Proceedings;
using Tongban.TransparencyLog;

namespace Tongban.Hall.Services.Supervision.Ledger;

/// <summary>Gives committed proceedings their places in the ledger, grows the tree and signs its new head,
/// four times a second at most. Two processes may try: the unique size of a checkpoint lets one win.</summary>
public sealed class Sequencer(
    GroupCommit commit, HallKeys keys, CityTime time, IOptions<HallOptions> options, ILogger<Sequencer> log) : BackgroundService
{
    private const int Batch = 2000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    // One statement on both databases: the next numbers, in the order in which the proceedings began.
    private const string Number = """
        UPDATE proceedings SET sequence = n.place
        FROM (SELECT id AS pending, {0} - 1 + row_number() OVER (ORDER BY id) AS place
              FROM (SELECT id FROM proceedings WHERE sequence IS NULL ORDER BY id LIMIT {1}) AS waiting) AS n
        WHERE proceedings.id = n.pending
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SequenceAsync() == Batch) { }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The ledger could not grow this time ({Error}); it is tried again.", e.GetType().Name);
            }
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Places what waits; returns how many proceedings were placed.</summary>
    public Task<int> SequenceAsync() => commit.RunAsync(new Proceeding(Actor.System("sequencer"), time.Now), PlaceAsync);

    private async Task<int> PlaceAsync(HallDb db)
    {
        var size = await db.Set<LedgerCheckpoint>().AsNoTracking().OrderByDescending(c => c.Size).Select(c => c.Size).FirstOrDefaultAsync();
        var placed = await db.Database.ExecuteSqlRawAsync(Number, size, Batch);
        if (placed == 0) return 0;
        var leaves = await db.Set<ProceedingEntry>().AsNoTracking().Where(p => p.Sequence >= size)
            .OrderBy(p => p.Sequence).Select(p => p.LeafHash).ToListAsync();
        var growth = await new MerkleLog(Notary.Hash, new LedgerTiles(db)).AppendAsync(size, leaves);
        foreach (var (id, hashes) in growth.Tiles) await StoreAsync(db, id, hashes);
        var now = time.Now;
        var checkpoint = new Checkpoint(options.Value.LedgerOrigin, growth.Size, growth.Root, now);
        db.Add(new LedgerCheckpoint
        {
            Size = growth.Size,
            At = now,
            Root = growth.Root,
            Signed = checkpoint.Sign(keys.Ledger, options.Value.LedgerOrigin).Text,
        });
        return placed;
    }

    private static async Task StoreAsync(HallDb db, TileId id, byte[] hashes)
    {
        var tile = await db.Set<LedgerTile>().AsTracking().SingleOrDefaultAsync(t => t.Level == id.Level && t.Position == id.Index);
        if (tile is null) db.Add(new LedgerTile { Level = id.Level, Position = id.Index, Width = id.Width, Hashes = hashes });
        else (tile.Width, tile.Hashes) = (id.Width, hashes);
    }
}

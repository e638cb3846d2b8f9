using System.Data;
using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Files;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Platform.Proceedings;
using Tongban.TransparencyLog;

namespace Tongban.Hall.Services.Supervision.Ledger;

/// <summary>Holds the whole database against the ledger: every proceeding against its leaf, every leaf against the tree,
/// the tree against its signed checkpoints, every covered row and file against the last leaf that bound it.</summary>
public sealed class LedgerCheck(HallDb db, Notary notary, HallKeys keys, FileStore files)
{
    private readonly List<Finding> findings = [];
    private readonly Dictionary<(string Table, string Key), Bound> bound = [];
    private readonly MemoryTiles memory = new();
    private readonly HashSet<Guid> emptied = [], erased = [];

    /// <param name="Erased">Entries that were emptied with a person, as another entry says.</param>
    public sealed record Report(long Leaves, long Rows, long Files, long Erased, IReadOnlyList<Finding> Findings);

    public async Task<Report> RunAsync(CancellationToken stop = default)
    {
        db.ReadsDamaged = true;
        // One snapshot: what is written meanwhile is neither missed nor blamed.
        await using var snapshot = db.Database.CurrentTransaction is null ? await SnapshotAsync(stop) : null;
        var leaves = await ReadLeavesAsync(stop);
        CheckErasures();
        await CheckTreeAsync(leaves, stop);
        var (rows, kept) = await CheckRowsAsync(stop);
        return new Report(leaves, rows, kept, emptied.Count, findings);
    }

    private async Task<DbTransaction> SnapshotAsync(CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        var snapshot = db.Database.GetDbConnection() is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await db.Database.GetDbConnection().BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        await db.Database.UseTransactionAsync(snapshot, stop);
        return snapshot;
    }

    private async Task<long> ReadLeavesAsync(CancellationToken stop)
    {
        long sequenced = 0;
        var log = new MerkleLog(Notary.Hash, memory);
        var batch = new List<byte[]>();
        await foreach (var entry in db.Set<ProceedingEntry>().AsNoTracking().Where(p => p.Sequence != null)
            .OrderBy(p => p.Sequence).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (entry.Sequence != sequenced + batch.Count)
            {
                Blame("proceedings", $"#{sequenced + batch.Count}", "账本里缺这一条记录。", "The ledger lacks this entry.");
                // Stand-ins keep the later leaves at their places.
                batch.AddRange(Enumerable.Repeat(new byte[32], (int)Math.Clamp(entry.Sequence!.Value - sequenced - batch.Count, 0, 100_000)));
            }
            CheckEntry(entry);
            batch.Add(Notary.Hash.Leaf(entry.Leaf));
            if (batch.Count < 4096) continue;
            sequenced = await GrowAsync(log, sequenced, batch);
        }
        sequenced = await GrowAsync(log, sequenced, batch);
        await foreach (var entry in db.Set<ProceedingEntry>().AsNoTracking().Where(p => p.Sequence == null)
            .OrderBy(p => p.Id).AsAsyncEnumerable().WithCancellation(stop)) CheckEntry(entry);
        return sequenced;
    }

    // Erased with a person is only what an entry that itself holds says was erased.
    private void CheckErasures()
    {
        foreach (var id in emptied.Where(id => !erased.Contains(id)))
            Blame("proceedings", id.ToString(), "这条记录被清空了，账本里没有这次清除。", "This entry was emptied, and no entry of the ledger erases it.");
        emptied.IntersectWith(erased);
    }

    private async Task<long> GrowAsync(MerkleLog log, long size, List<byte[]> batch)
    {
        if (batch.Count > 0) memory.Store(await log.AppendAsync(size, batch));
        size += batch.Count;
        batch.Clear();
        return size;
    }

    private void CheckEntry(ProceedingEntry entry)
    {
        var key = entry.Id.ToString();
        if (Leaf.Decode(entry.Leaf).Value is not { } leaf)
        {
            Blame("proceedings", key, "叶子读不出来。", "The leaf cannot be read.");
            return;
        }
        if (!entry.LeafHash.AsSpan().SequenceEqual(Notary.Hash.Leaf(entry.Leaf)))
            Blame("proceedings", key, "叶子和它的散列不一致。", "The leaf does not match its hash.");
        var given = notary.LeafOf(entry, leaf.Rows);
        // What its commitment held cannot be told any more; all else must still fit.
        if (entry.IsErased) given = given with { Payload = leaf.Payload };
        if (!given.Encode().AsSpan().SequenceEqual(entry.Leaf))
            Blame("proceedings", key, "记录的内容和账本里的叶子不一致。", "The entry does not match its leaf in the ledger.");
        else if (entry.IsErased) emptied.Add(entry.Id);
        else if (entry.Event == nameof(ProceedingsErased))
            erased.UnionWith(JsonSerializer.Deserialize<ProceedingsErased>(entry.Payload, Notary.Json)!.Entries);
        foreach (var row in leaf.Rows) bound[(row.Table, row.Key)] = new Bound(row, entry.Salt);
    }

    private async Task CheckTreeAsync(long size, CancellationToken stop)
    {
        var missing = memory.Places.ToHashSet();
        await foreach (var tile in db.Set<LedgerTile>().AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            missing.Remove((tile.Level, tile.Position));
            if (!memory.Has(tile.Level, tile.Position, tile.Hashes, tile.Width))
                Blame("ledger_tiles", $"{tile.Level}/{tile.Position}", "和由叶子算出来的不一致。", "Differs from what the leaves give.");
        }
        foreach (var (level, position) in missing)
            Blame("ledger_tiles", $"{level}/{position}", "这一块不见了。", "This tile is gone.");
        var log = new MerkleLog(Notary.Hash, memory);
        long last = 0;
        await foreach (var kept in db.Set<LedgerCheckpoint>().AsNoTracking().OrderBy(c => c.Size).AsAsyncEnumerable().WithCancellation(stop))
        {
            last = kept.Size;
            var key = kept.Size.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (SignedCheckpoint.Parse(kept.Signed).Value is not { } signed || signed.Checkpoint.Size != kept.Size
                || signed.Checkpoint.Time != kept.At
                || !signed.Checkpoint.Root.AsSpan().SequenceEqual(kept.Root) || !signed.Verify(keys.Ledger.PublicKey))
                Blame("ledger_checkpoints", key, "签名无效或内容被改。", "The signature does not hold, or the content was changed.");
            else if (kept.Size > size || !(await log.RootAsync(kept.Size, stop)).AsSpan().SequenceEqual(kept.Root))
                Blame("ledger_checkpoints", key, "和由叶子算出来的根不一致：账本被改过或截短。", "Its root is not what the leaves give: the ledger was changed or cut.");
        }
        if (last != size)
            Blame("ledger_checkpoints", "last", "最后的检查点和账本长度不符。", "The last checkpoint does not cover the ledger.");
    }

    private async Task<(long Rows, long Files)> CheckRowsAsync(CancellationToken stop)
    {
        long rows = 0, kept = 0;
        foreach (var type in db.Model.GetEntityTypes().Where(LedgeredRows.IsLedgered))
            await foreach (var entity in RowsOf(type).WithCancellation(stop))
            {
                rows++;
                CheckRow(type, entity);
                foreach (var hash in LedgeredRows.Files(type, entity))
                {
                    kept++;
                    await CheckFileAsync(hash);
                }
            }
        foreach (var ((table, key), last) in bound)
            if (last.Row.Operation != "d")
                Blame(table, key, "这一行不见了，账本里没有删除它的记录。", "This row is gone, and no entry of the ledger deletes it.");
        return (rows, kept);
    }

    private void CheckRow(IEntityType type, object entity)
    {
        var row = LedgeredRows.Read(type, entity);
        if (!bound.Remove((row.Table, row.Key), out var last) || last.Row.Operation == "d")
            Blame(row.Table, row.Key, "这一行没有经过账本就出现了。", "This row appeared without an entry in the ledger.");
        else if (Notary.Bind(row, last.Salt).Hash != last.Row.Hash)
            Blame(row.Table, row.Key, "这一行被改过，账本里没有这次改动。", "This row was changed, and no entry of the ledger changes it so.");
    }

    private async Task CheckFileAsync(string hash)
    {
        try
        {
            var content = await files.ReadAsync(hash);
            if (content is null) Blame("files", hash, "文件不见了。", "The file is gone.");
            else if (Sm.Sm3.Hex(content) != hash) Blame("files", hash, "文件被改过。", "The file was changed.");
        }
        catch (DamagedValueException)
        {
            Blame("files", hash, "文件被改过。", "The file was changed.");
        }
    }

    private IAsyncEnumerable<object> RowsOf(IEntityType type) =>
        (IAsyncEnumerable<object>)GetType().GetMethod(nameof(Rows), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
            .MakeGenericMethod(type.ClrType).Invoke(this, null)!;

    private IAsyncEnumerable<object> Rows<T>() where T : class => db.Set<T>().AsNoTracking().AsAsyncEnumerable();

    private void Blame(string where, string key, string zh, string en) => findings.Add(new Finding(where, key, zh, en));

    private readonly record struct Bound(LeafRow Row, byte[] Salt);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Notices;
using Tongban.Hall.Services.Supervision.Ledger;
using Tongban.Hall.Tests.Support;
using Tongban.TransparencyLog;

namespace Tongban.Hall.Tests.Services.Supervision;

/// <summary>The ledger itself: entries, leaves, tiles, checkpoints, its tail, and the files that it binds.</summary>
public class LedgerTreeTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task EveryColumnOfAnEntry_ChangedByHand_IsNamed(string database)
    {
        await using var host = databases.Start(database);
        using var city = await PlayedCity.PlayAsync(host);
        var entry = (await Tampering.ProceedingsAsync(host)).First(r => ((ProceedingEntry)r.Entity) is { Event: "CaseSubmitted" });
        foreach (var column in entry.Type.GetProperties().Where(p => p.Name is not (nameof(ProceedingEntry.Sequence) or nameof(ProceedingEntry.Id))))
            Assert.True((await Tampering.AfterAsync(host, entry.Change(column))).Any(f => f.Where == "proceedings" && f.Key == entry.Key), column.Name);
        foreach (var sql in new[] { entry.Change(entry.Type.FindProperty(nameof(ProceedingEntry.Id))!), $"UPDATE proceedings SET sequence = 100000 WHERE {entry.Here}", $"UPDATE proceedings SET sequence = NULL WHERE {entry.Here}" })
            Assert.NotEmpty(await Tampering.AfterAsync(host, sql));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task LeafTileOrCheckpoint_ChangedOrGone_IsNamed(string database)
    {
        await using var host = databases.Start(database);
        using var city = await PlayedCity.PlayAsync(host);
        foreach (var (sql, where) in new[]
                 {
                     ("UPDATE proceedings SET leaf = (SELECT leaf FROM proceedings WHERE sequence = 4) WHERE sequence = 3", "proceedings"),
                     ("UPDATE proceedings SET leaf_hash = (SELECT leaf_hash FROM proceedings WHERE sequence = 4) WHERE sequence = 3", "proceedings"),
                     ("DELETE FROM proceedings WHERE sequence = 3", "proceedings"),
                     ("DELETE FROM proceedings WHERE sequence = (SELECT max(sequence) FROM proceedings)", "ledger_checkpoints"),
                     ("UPDATE ledger_checkpoints SET signed = replace(signed, 'tongban', 'tongbam')", "ledger_checkpoints"),
                     ("UPDATE ledger_checkpoints SET root = (SELECT salt FROM proceedings WHERE sequence = 1)", "ledger_checkpoints"),
                     ("DELETE FROM ledger_checkpoints WHERE size = (SELECT max(size) FROM ledger_checkpoints)", "ledger_checkpoints"),
                     ("UPDATE ledger_tiles SET width = width - 1", "ledger_tiles"),
                     ("DELETE FROM ledger_tiles", "ledger_tiles"),
                 })
            Assert.True((await Tampering.AfterAsync(host, sql)).Any(f => f.Where == where), sql);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task EntryRewrittenTogetherWithItsLeaf_DoesNotFitTheTree(string database)
    {
        await using var host = databases.Start(database);
        using var city = await PlayedCity.PlayAsync(host);
        var entry = (ProceedingEntry)(await Tampering.ProceedingsAsync(host)).First(r => ((ProceedingEntry)r.Entity) is { Event: "CaseRated" }).Entity;
        var forged = new ProceedingEntry
        {
            Id = entry.Id, At = entry.At, ActorKind = entry.ActorKind, ActorId = entry.ActorId, Event = entry.Event, CaseId = entry.CaseId,
            Payload = entry.Payload.Replace('5', '1'), Salt = entry.Salt, Leaf = [], LeafHash = [],
        };
        forged.Leaf = host.Services.GetRequiredService<Notary>().LeafOf(forged, Leaf.Decode(entry.Leaf).Value!.Rows).Encode();
        // Whoever holds the keys can seal as the hall does; the tree still tells.
        static string Sealed(HallHost host, ProceedingEntry forged) =>
            host.Services.GetRequiredService<Vault>().Seal(forged.Payload, "proceedings/payload", forged.Id.ToString());
        string Bytes(byte[] value) => database == "sqlite" ? $"X'{Convert.ToHexString(value)}'" : $"'\\x{Convert.ToHexString(value)}'";

        var findings = await Tampering.AfterAsync(host,
            $"UPDATE proceedings SET payload = '{Sealed(host, forged)}', leaf = {Bytes(forged.Leaf)}, leaf_hash = {Bytes(Notary.Hash.Leaf(forged.Leaf))} WHERE sequence = {entry.Sequence}");

        Assert.DoesNotContain(findings, f => f.Where == "proceedings");
        Assert.Contains(findings, f => f.Where == "ledger_tiles");
        Assert.Contains(findings, f => f.Where == "ledger_checkpoints");
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task TailCutOff_WithTilesAndCheckpointsMadeToFit_LeavesRowsThatNoEntryExplains(string database)
    {
        await using var host = databases.Start(database);
        using var city = await PlayedCity.PlayAsync(host);
        var entries = (await Tampering.ProceedingsAsync(host)).Select(r => (ProceedingEntry)r.Entity).Where(e => e.Sequence is not null).ToList();
        var size = await host.UseAsync((HallDb db) => db.Set<LedgerCheckpoint>().OrderByDescending(c => c.Size).Skip(1).Select(c => c.Size).FirstAsync());
        var cut = entries.Where(e => e.Sequence >= size).SelectMany(e => Leaf.Decode(e.Leaf).Value!.Rows).Where(r => r.Operation != "d").ToList();
        Assert.True(entries.Count < 256 && cut.Count > 0);

        var findings = await Tampering.AfterAsync(host,
            $"DELETE FROM proceedings WHERE sequence >= {size} OR sequence IS NULL", $"DELETE FROM ledger_checkpoints WHERE size > {size}",
            $"UPDATE ledger_tiles SET width = {size}, hashes = substr(hashes, 1, {size * Notary.Hash.Size})");

        Assert.DoesNotContain(findings, f => f.Where is "ledger_tiles" or "ledger_checkpoints" or "proceedings");
        Assert.All(cut, row => Assert.Contains(findings, f => f.Where == row.Table && f.Key == row.Key));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task LedgerOfSeveralTiles_AgreesWithItself(string database)
    {
        await using var host = databases.Start(database);
        var commit = host.Services.GetRequiredService<GroupCommit>();
        await Task.WhenAll(Enumerable.Range(0, 700).Select(_ => commit.RunAsync(HeldQueue.Who, db => db.Record(new MessageRead(null, Guid.NewGuid())))));
        await host.Services.GetRequiredService<Sequencer>().SequenceAsync();

        Assert.Empty(await Tampering.AfterAsync(host));
        Assert.Contains(await Tampering.AfterAsync(host, "DELETE FROM ledger_tiles WHERE level = 1"), f => f is { Where: "ledger_tiles", Key: "1/0" });
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task FileChanged_CutShort_OrLost_IsNamed(string database)
    {
        await using var host = databases.Start(database);
        using var city = await PlayedCity.PlayAsync(host);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(host.DataDirectory, "files"), "*", SearchOption.AllDirectories).ToList())
        {
            var content = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            foreach (var other in new byte[]?[] { [.. content[..^1], (byte)(content[^1] ^ 1)], content[..^1], [.. content, 0], [], null })
            {
                if (other is null) File.Delete(file);
                else await File.WriteAllBytesAsync(file, other, TestContext.Current.CancellationToken);
                var finding = Assert.Single(await Tampering.AfterAsync(host));
                Assert.Equal(("files", Path.GetFileName(file)), (finding.Where, finding.Key));
            }
            await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
        }
        Assert.Empty(await Tampering.AfterAsync(host));
    }
}

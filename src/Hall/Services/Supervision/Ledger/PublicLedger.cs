using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Platform.Proceedings;
using Tongban.TransparencyLog;

namespace Tongban.Hall.Services.Supervision.Ledger;

/// <summary>What the ledger shows to anybody, and the receipts it gives to applicants.</summary>
public sealed class PublicLedger(HallDb db, HallKeys keys, CityTime time, IOptions<HallOptions> options)
{
    public string Origin => options.Value.LedgerOrigin;

    public string PublicKey => keys.Ledger.PublicKey.ToPem();

    public Task<LedgerCheckpoint?> LatestAsync() =>
        db.Set<LedgerCheckpoint>().OrderByDescending(c => c.Size).FirstOrDefaultAsync();

    public async Task<IReadOnlyList<LedgerCheckpoint>> RecentAsync(int most) =>
        await db.Set<LedgerCheckpoint>().OrderByDescending(c => c.Size).Take(most).ToListAsync();

    /// <summary>Null when the log is not that long.</summary>
    public async Task<InclusionProof?> InclusionAsync(long index, long size) =>
        await HasAsync(size) && index >= 0 && index < size ? await Log.ProveInclusionAsync(index, size) : null;

    public async Task<ConsistencyProof?> ConsistencyAsync(long first, long second) =>
        await HasAsync(second) && first >= 0 && first <= second ? await Log.ProveConsistencyAsync(first, second) : null;

    /// <summary>The history of a case, with proofs as far as the ledger has them.</summary>
    public async Task<Receipt> ReceiptAsync(Guid caseId, string caseNumber)
    {
        var entries = await db.Set<ProceedingEntry>().Where(p => p.CaseId == caseId).OrderBy(p => p.Id).ToListAsync();
        var latest = await LatestAsync();
        var proved = new List<ReceiptEntry>();
        foreach (var entry in entries)
            proved.Add(new ReceiptEntry
            {
                Leaf = entry.Leaf,
                Opening = new Opening(entry.Salt, Encoding.UTF8.GetString(Notary.PayloadBytes(entry))),
                Proof = entry.Sequence is { } index && latest is not null && index < latest.Size ? await Log.ProveInclusionAsync(index, latest.Size) : null,
            });
        return new Receipt
        {
            Origin = Origin,
            Hash = Notary.Hash.Name,
            CaseNumber = caseNumber,
            IssuedAt = time.Now,
            Entries = proved,
            Checkpoint = latest?.Signed,
        }.Sign(keys.Ledger);
    }

    private MerkleLog Log => new(Notary.Hash, new LedgerTiles(db));

    private Task<bool> HasAsync(long size) => db.Set<LedgerCheckpoint>().AnyAsync(c => c.Size >= size);
}

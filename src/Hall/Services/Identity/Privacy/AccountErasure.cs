using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Files;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Mandates;
using Tongban.TransparencyLog;

namespace Tongban.Hall.Services.Identity.Privacy;

/// <summary>Erases a person in one step: rows that no duty keeps go, what told of them only is emptied, and the ledger says that it was done.</summary>
public sealed class EraseAccountHandler(GroupCommit commit, IEnumerable<PersonalRows> tables, IEnumerable<ClosingHindrance> hindrances, CityTime time) : IJobHandler<EraseAccount>
{
    private static readonly TimeSpan Later = TimeSpan.FromDays(1);

    public Task HandleAsync(EraseAccount job, Guid jobId, CancellationToken stop) => commit.RunAsync(new Proceeding(Actor.System("privacy"), time.Now), async writing =>
    {
        var closing = await writing.Set<AccountClosing>().AsTracking().SingleOrDefaultAsync(c => c.Id == job.ClosingId && c.EndedAt == null);
        if (closing is null || closing.DueAt > time.Now) return;
        closing.Version++;
        if ((await AccountClosings.HindrancesAsync(hindrances, writing, closing.AccountId)).Count > 0) PutOff(writing, closing);
        else await EraseAsync(writing, closing);
    });

    // A program may have handed something in for him meanwhile.
    private void PutOff(HallDb writing, AccountClosing closing)
    {
        closing.DueAt = time.Now + Later;
        writing.Record(new ClosingPutOff(closing.AccountId, closing.Id, closing.DueAt));
        writing.Enqueue(new EraseAccount(closing.Id), time.Now, Later);
    }

    private async Task EraseAsync(HallDb writing, AccountClosing closing)
    {
        await MandateEnds.OfClosedAsync(writing, closing.AccountId, time.Now);
        var gone = new HashSet<(string Table, string Key)>();
        var files = new HashSet<string>();
        foreach (var table in tables)
        {
            var type = writing.Model.FindEntityType(table.Entity)!;
            foreach (var row in await table.GoingAsync(writing, closing.AccountId))
            {
                var read = LedgeredRows.Read(type, row);
                gone.Add((read.Table, read.Key));
                files.UnionWith(LedgeredRows.Files(type, row));
                table.Erase(writing, row);
            }
        }
        (closing.State, closing.EndedAt) = (ClosingState.Erased, time.Now);
        writing.Record(new ProceedingsErased(await EmptyProceedingsAsync(writing, closing.AccountId, gone)));
        writing.Record(new AccountErased(closing.AccountId, closing.Id, gone.CountBy(g => g.Table).ToDictionary()));
        if (files.Count > 0) writing.Enqueue(new DropFiles([.. files]), time.Now);
    }

    // Only what told of nothing but rows that are gone: an entry that also binds a row that is kept must go on proving it.
    private static async Task<IReadOnlyList<Guid>> EmptyProceedingsAsync(HallDb writing, Guid person, HashSet<(string Table, string Key)> gone)
    {
        var (actor, ids) = (person.ToString(), gone.Select(g => g.Key).Where(k => Guid.TryParse(k, out _)).Select(k => (Guid?)Guid.Parse(k)).ToList());
        var told = await writing.Set<ProceedingEntry>().AsTracking().Where(p => p.ActorId == actor || ids.Contains(p.CaseId)).ToListAsync();
        var emptied = told.Where(p => !p.IsErased && ToldOnlyOf(p, gone, ids)).ToList();
        emptied.ForEach(p => p.Erase());
        return emptied.ConvertAll(p => p.Id);
    }

    private static bool ToldOnlyOf(ProceedingEntry entry, HashSet<(string Table, string Key)> gone, List<Guid?> ids) =>
        Leaf.Decode(entry.Leaf).Value is { } leaf && leaf.Rows.All(r => gone.Contains((r.Table, r.Key)))
            && (leaf.Rows.Count > 0 || entry.CaseId is not null && ids.Contains(entry.CaseId));
}

using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Files;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Privacy;

/// <summary>A person's exports: one at a time, asked for by himself, gone after a week.</summary>
public sealed class DataExports(GroupCommit commit, HallDb db, FileStore files, CityTime time)
{
    public Task<DataExport?> NewestAsync(Guid accountId) =>
        db.Set<DataExport>().Where(e => e.AccountId == accountId).OrderByDescending(e => e.AskedAt).FirstOrDefaultAsync();

    /// <summary>Begins one, unless one is being made or can still be fetched.</summary>
    public Task<DataExport> AskAsync(Guid accountId, Proceeding proceeding) => commit.RunAsync(proceeding, async writing =>
    {
        if (await writing.Set<DataExport>().AsTracking().SingleOrDefaultAsync(e => e.AccountId == accountId && e.DroppedAt == null) is { } before)
        {
            if (before.StateAt(time.Now) != ExportState.Expired) return before;
            Drop(writing, before, time.Now);
            await writing.SaveChangesAsync();
        }
        var export = new DataExport { Id = Ids.Next(time.Now), AccountId = accountId, AskedAt = time.Now };
        writing.Add(export);
        writing.Record(new ExportAsked(accountId, export.Id));
        writing.Enqueue(new MakeExport(export.Id), time.Now);
        return export;
    });

    /// <summary>The file, for the person himself while it lies ready; each reading is recorded.</summary>
    /// <param name="form">How it is read: file or page.</param>
    public async Task<(DataExport Export, byte[] Json)?> ReadAsync(Guid exportId, Guid accountId, string form, Proceeding proceeding)
    {
        var export = await db.Set<DataExport>().SingleOrDefaultAsync(e => e.Id == exportId && e.AccountId == accountId);
        if (export?.StateAt(time.Now) != ExportState.Ready || await files.ReadAsync(export.Hash!) is not { } json) return null;
        await commit.RunAsync(proceeding, writing => writing.Record(new ExportRead(accountId, exportId, form)));
        return (export, json);
    }

    internal static void Drop(HallDb writing, DataExport export, DateTimeOffset now)
    {
        writing.Enqueue(new DropFiles([export.Hash!]), now);
        (export.Hash, export.DroppedAt) = (null, now);
        export.Version++;
        writing.Record(new ExportDropped(export.AccountId, export.Id));
    }
}

public sealed class MakeExportHandler(HallDb db, DataGathering gathering, FileStore files, GroupCommit commit, CityTime time) : IJobHandler<MakeExport>
{
    public async Task HandleAsync(MakeExport job, Guid jobId, CancellationToken stop)
    {
        if (await db.Set<DataExport>().SingleOrDefaultAsync(e => e.Id == job.ExportId && e.ReadyAt == null, stop) is not { } asked) return;
        var json = await gathering.OfAsync(asked.AccountId);
        var hash = await files.PutAsync(json);
        await commit.RunAsync(new Proceeding(Actor.System("exports"), time.Now), async writing =>
        {
            var export = await writing.Set<DataExport>().AsTracking().SingleOrDefaultAsync(e => e.Id == job.ExportId && e.ReadyAt == null);
            if (export is null) return;
            (export.ReadyAt, export.Hash, export.Size) = (time.Now, hash, json.Length);
            export.Version++;
            writing.Record(new ExportMade(export.AccountId, export.Id, export.Size));
            writing.Enqueue(new DropExport(export.Id), time.Now, DataExport.Shelf);
        });
    }
}

public sealed class DropExportHandler(GroupCommit commit, CityTime time) : IJobHandler<DropExport>
{
    public Task HandleAsync(DropExport job, Guid jobId, CancellationToken stop) => commit.RunAsync(new Proceeding(Actor.System("exports"), time.Now), async writing =>
    {
        if (await writing.Set<DataExport>().AsTracking().SingleOrDefaultAsync(e => e.Id == job.ExportId && e.DroppedAt == null && e.Hash != null) is { } export)
            DataExports.Drop(writing, export, time.Now);
    });
}

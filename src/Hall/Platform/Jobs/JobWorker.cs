using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Platform.Jobs;

/// <summary>Takes due jobs under a lease, does them, and tries again later what failed.
/// Any number of processes may run one: a job belongs to whoever's conditional update won.</summary>
public sealed class JobWorker(IServiceScopeFactory scopes, JobKinds kinds, CityTime time, ILogger<JobWorker> log) : BackgroundService
{
    private const int Batch = 32;
    private const int MostAttempts = 12;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var done = 0;
            try
            {
                done = await RunDueAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The job worker could not read its jobs; it tries again.");
            }
            if (done == 0) await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Does what is due now; returns how many jobs were taken.</summary>
    public async Task<int> RunDueAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HallDb>();
        var now = time.Now;
        var due = await db.Set<Job>().Where(j => j.State == JobState.Waiting && j.DueAt <= now)
            .OrderBy(j => j.DueAt).Take(Batch).ToListAsync(stop);
        foreach (var job in due)
            if (await ClaimAsync(db, job)) await DoAsync(db, job, stop);
        return due.Count;
    }

    private async Task<bool> ClaimAsync(HallDb db, Job job)
    {
        var until = time.Now + Lease;
        return await db.Set<Job>().Where(j => j.Id == job.Id && j.State == JobState.Waiting && j.DueAt == job.DueAt)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.DueAt, until).SetProperty(j => j.Attempts, j => j.Attempts + 1)) == 1;
    }

    private async Task DoAsync(HallDb db, Job job, CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await kinds.HandleAsync(scope.ServiceProvider, job, stop);
            var now = time.Now;
            await db.Set<Job>().Where(j => j.Id == job.Id).ExecuteUpdateAsync(set => set
                .SetProperty(j => j.State, JobState.Done).SetProperty(j => j.DoneAt, now), CancellationToken.None);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            await PutBackAsync(db, job, e);
        }
    }

    private async Task PutBackAsync(HallDb db, Job job, Exception error)
    {
        var attempts = job.Attempts + 1;
        var state = attempts < MostAttempts ? JobState.Waiting : JobState.GivenUp;
        var dueAt = time.Now + TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(2, attempts)));
        var text = $"{error.GetType().Name}: {error.Message}";
        log.LogWarning("Job {Kind} {Id} failed, attempt {Attempts}: {Error}", job.Kind, job.Id, attempts, error.GetType().Name);
        await db.Set<Job>().Where(j => j.Id == job.Id).ExecuteUpdateAsync(set => set
            .SetProperty(j => j.State, state).SetProperty(j => j.DueAt, dueAt)
            .SetProperty(j => j.LastError, text.Length > 400 ? text[..400] : text));
    }
}

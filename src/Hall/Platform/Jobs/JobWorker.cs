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

    // Whoever dies over a job never comes to put it back: his attempts are counted here.
    private async Task<bool> ClaimAsync(HallDb db, Job job)
    {
        var seen = job.DueAt;
        var found = db.Set<Job>().Where(j => j.Id == job.Id && j.State == JobState.Waiting && j.DueAt == seen);
        if (job.Attempts >= MostAttempts)
        {
            await GiveUpAsync(found, job, job.LastError ?? "Whoever worked on it never came back.");
            return false;
        }
        job.Attempts++;
        job.DueAt = time.Now + Lease;
        return await found.ExecuteUpdateAsync(set => set.SetProperty(j => j.DueAt, job.DueAt).SetProperty(j => j.Attempts, job.Attempts)) == 1;
    }

    private async Task DoAsync(HallDb db, Job job, CancellationToken stop)
    {
        // Only while the lease is ours: whoever took the job over after it ran out has the last word.
        var mine = db.Set<Job>().Where(j => j.Id == job.Id && j.State == JobState.Waiting && j.DueAt == job.DueAt);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await kinds.HandleAsync(scope.ServiceProvider, job, stop);
            var now = time.Now;
            await mine.ExecuteUpdateAsync(set => set.SetProperty(j => j.State, JobState.Done).SetProperty(j => j.DoneAt, now), CancellationToken.None);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            var text = $"{e.GetType().Name}: {e.Message}";
            text = text.Length > 400 ? text[..400] : text;
            if (job.Attempts >= MostAttempts) await GiveUpAsync(mine, job, text);
            else await PutBackAsync(mine, job, e, text);
        }
    }

    private async Task PutBackAsync(IQueryable<Job> mine, Job job, Exception error, string text)
    {
        var dueAt = time.Now + TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(2, job.Attempts)));
        log.LogWarning("Job {Kind} {Id} failed, attempt {Attempts}: {Error}", job.Kind, job.Id, job.Attempts, error.GetType().Name);
        await mine.ExecuteUpdateAsync(set => set.SetProperty(j => j.DueAt, dueAt).SetProperty(j => j.LastError, text));
    }

    private async Task GiveUpAsync(IQueryable<Job> mine, Job job, string text)
    {
        log.LogError("Job {Kind} {Id} is given up after {Attempts} attempts; somebody has to look at it.", job.Kind, job.Id, job.Attempts);
        await mine.ExecuteUpdateAsync(set => set.SetProperty(j => j.State, JobState.GivenUp).SetProperty(j => j.LastError, text));
    }
}

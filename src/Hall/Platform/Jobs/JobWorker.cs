using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Platform.Jobs;

/// <summary>Takes due jobs under a lease, does them, and tries again later what failed.
/// Any number of processes may run one: a job belongs to whoever's conditional update won.</summary>
public sealed class JobWorker(IServiceScopeFactory scopes, GroupCommit commit, JobKinds kinds, CityTime time, ILogger<JobWorker> log) : BackgroundService
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
        var now = time.Now;
        var due = await scope.ServiceProvider.GetRequiredService<HallDb>().Set<Job>().Where(j => j.State == JobState.Waiting && j.DueAt <= now)
            .OrderBy(j => j.DueAt).Take(Batch).ToListAsync(stop);
        foreach (var job in due)
            if (await ClaimAsync(job)) await DoAsync(job, stop);
        return due.Count;
    }

    // Whoever dies over a job never comes to put it back: his attempts are counted here.
    private async Task<bool> ClaimAsync(Job job)
    {
        var seen = job.DueAt;
        if (job.Attempts >= MostAttempts)
        {
            await GiveUpAsync(job, job.LastError ?? "Whoever worked on it never came back.");
            return false;
        }
        job.Attempts++;
        job.DueAt = time.Now + Lease;
        return await UpdateAsync(job, seen, set => set.SetProperty(j => j.DueAt, job.DueAt).SetProperty(j => j.Attempts, job.Attempts));
    }

    private async Task DoAsync(Job job, CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await kinds.HandleAsync(scope.ServiceProvider, job, stop);
            var now = time.Now;
            await UpdateAsync(job, job.DueAt, set => set.SetProperty(j => j.State, JobState.Done).SetProperty(j => j.DoneAt, now));
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            var text = $"{e.GetType().Name}: {e.Message}";
            text = text.Length > 400 ? text[..400] : text;
            if (job.Attempts >= MostAttempts) await GiveUpAsync(job, text);
            else await PutBackAsync(job, e, text);
        }
    }

    private async Task PutBackAsync(Job job, Exception error, string text)
    {
        var dueAt = time.Now + TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(2, job.Attempts)));
        log.LogWarning("Job {Kind} {Id} failed, attempt {Attempts}: {Error}", job.Kind, job.Id, job.Attempts, error.GetType().Name);
        await UpdateAsync(job, job.DueAt, set => set.SetProperty(j => j.DueAt, dueAt).SetProperty(j => j.LastError, text));
    }

    private async Task GiveUpAsync(Job job, string text)
    {
        log.LogError("Job {Kind} {Id} is given up after {Attempts} attempts; somebody has to look at it.", job.Kind, job.Id, job.Attempts);
        await UpdateAsync(job, job.DueAt, set => set.SetProperty(j => j.State, JobState.GivenUp).SetProperty(j => j.LastError, text));
    }

    // Only while the lease is ours: whoever took the job over after it ran out has the last word. Written in line with
    // everybody else's steps: a second writer would find SQLite locked, and make citizens wait.
    private async Task<bool> UpdateAsync(Job job, DateTimeOffset seen, Action<UpdateSettersBuilder<Job>> set) =>
        await commit.RunAsync(new Proceeding(Actor.System("jobs"), time.Now), writing => writing.Set<Job>()
            .Where(j => j.Id == job.Id && j.State == JobState.Waiting && j.DueAt == seen).ExecuteUpdateAsync(set)) == 1;
}

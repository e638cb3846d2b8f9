using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Platform.Jobs;

public class JobWorkerTests(Databases databases)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private readonly Chores chores = new(new Clock());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task JobThatFails_IsTriedAgain_EachTimeLater_UntilItIsDone(string database)
    {
        await using var host = chores.On(databases.Prepare(database)).Start();
        var worker = host.Make<JobWorker>();
        chores.What = (_, _) => chores.Begun.Count < 4 ? throw new IOException("not now") : Task.CompletedTask;
        await Chores.EnqueueAsync(host, "one");

        foreach (var pause in new[] { 2, 4, 8 })
        {
            Assert.Equal(1, await worker.RunDueAsync(Stop));
            var job = await Chores.OnlyAsync(host);
            Assert.Equal((JobState.Waiting, "IOException: not now"), (job.State, job.LastError));
            Assert.Equal(0, await worker.RunDueAsync(Stop));
            Assert.InRange(job.DueAt, chores.Clock.GetUtcNow().AddSeconds(pause - 2), chores.Clock.GetUtcNow().AddSeconds(pause));
            chores.Clock.Advance(TimeSpan.FromSeconds(pause));
        }
        await worker.RunDueAsync(Stop);

        var done = await Chores.OnlyAsync(host);
        Assert.Equal((JobState.Done, 4), (done.State, done.Attempts));
        Assert.NotNull(done.DoneAt);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task JobThatAlwaysFails_IsGivenUp_AndStaysWhereItCanBeSeen(string database)
    {
        await using var host = chores.On(databases.Prepare(database)).Start();
        chores.What = (_, _) => throw new IOException("never");
        await Chores.EnqueueAsync(host, "one");

        await TryForDaysAsync(host, () => host.Make<JobWorker>().RunDueAsync(Stop));

        var job = await Chores.OnlyAsync(host);
        Assert.Equal((JobState.GivenUp, 12, "IOException: never"), (job.State, job.Attempts, job.LastError));
        Assert.Equal(12, chores.Begun.Count);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task WorkerThatDiesInTheMiddle_LeavesTheJobToTheNext_WhenItsLeaseHasRunOut(string database)
    {
        await using var host = chores.On(databases.Prepare(database)).Start();
        await Chores.EnqueueAsync(host, "one");
        await DieAsync(host);
        await using var other = host.Another();

        Assert.Equal(0, await other.Make<JobWorker>().RunDueAsync(Stop));
        chores.Clock.Advance(Lease);
        Assert.Equal(1, await other.Make<JobWorker>().RunDueAsync(Stop));

        var job = await Chores.OnlyAsync(host);
        Assert.Equal((JobState.Done, 2, 2), (job.State, job.Attempts, chores.Begun.Count));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task JobOverWhichEveryWorkerDies_IsGivenUpToo(string database)
    {
        await using var host = chores.On(databases.Prepare(database)).Start();
        await Chores.EnqueueAsync(host, "one");

        await TryForDaysAsync(host, () => DieAsync(host));

        Assert.Equal((JobState.GivenUp, 12), ((await Chores.OnlyAsync(host)).State, chores.Begun.Count));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task SlowWorker_WhoseLeaseRanOut_DoesNotBringBackWhatTheNextHasDone(string database)
    {
        await using var host = chores.On(databases.Prepare(database)).Start();
        await Chores.EnqueueAsync(host, "one");
        var slow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        chores.What = (_, _) =>
        {
            begun.SetResult();
            return slow.Task;
        };
        var first = host.Make<JobWorker>().RunDueAsync(Stop);
        await begun.Task;
        chores.What = (_, _) => Task.CompletedTask;
        chores.Clock.Advance(Lease);
        await host.Make<JobWorker>().RunDueAsync(Stop);

        slow.SetException(new IOException("too late"));
        await first;

        Assert.Equal(JobState.Done, (await Chores.OnlyAsync(host)).State);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task TwoHallsOnOneDatabase_DoEachJobOnce(string database)
    {
        await using var host = chores.On(databases.Prepare(database)).Start();
        await using var other = host.Another();
        chores.What = async (_, _) => await Task.Yield();
        var names = Enumerable.Range(0, 300).Select(i => $"{i:000}").ToList();
        await Chores.EnqueueAsync(host, names);

        await Task.WhenAll(RunAllAsync(host), RunAllAsync(other), RunAllAsync(host), RunAllAsync(other));

        Assert.Equal(names, chores.Begun.Order());
        Assert.Equal(300, await host.UseAsync((HallDb db) => db.Set<Job>().CountAsync(j => j.State == JobState.Done && j.Attempts == 1)));
    }

    private static Task RunAllAsync(HallHost host) => Task.Run(async () =>
    {
        for (var i = 0; i < 100 && await host.Make<JobWorker>().RunDueAsync(Stop) > 0; i++) { }
    });

    // As if the process were killed: the job is begun, and nobody comes back to it.
    private async Task DieAsync(HallHost host)
    {
        using var killed = new CancellationTokenSource();
        chores.What = async (_, stop) =>
        {
            await killed.CancelAsync();
            await Task.Delay(Timeout.Infinite, stop);
        };
        try
        {
            await host.Make<JobWorker>().RunDueAsync(killed.Token);
        }
        catch (OperationCanceledException)
        {
            chores.What = (_, _) => Task.CompletedTask;
        }
    }

    private async Task TryForDaysAsync(HallHost host, Func<Task> tryOnce)
    {
        for (var i = 0; i < 20 && (await Chores.OnlyAsync(host)).State == JobState.Waiting; i++)
        {
            await tryOnce();
            chores.Clock.Advance(TimeSpan.FromHours(2));
        }
    }
}

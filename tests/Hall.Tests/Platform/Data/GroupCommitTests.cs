using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Platform.Data;

/// <summary>Many share one commit, and nobody pays for another. The rows are counters: any small table would do.</summary>
public class GroupCommitTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task MemberThatFails_FailsAlone_WithItsOwnError_AndTheOthersCommit(string database)
    {
        await using var host = databases.Start(database);
        await AddAsync(host.Services.GetRequiredService<GroupCommit>(), "taken");
        await using var queue = await HeldQueue.OnAsync(host);

        var good = Enumerable.Range(0, 40).Select(i => AddAsync(queue.Commit, $"good-{i}")).ToList();
        var thrown = queue.Commit.RunAsync(HeldQueue.Who, async db =>
        {
            db.Add(new Serial { Name = "half-done" });
            await db.SaveChangesAsync();
            throw new FormatException("mine");
        });
        var twice = AddAsync(queue.Commit, "taken");
        good.AddRange(Enumerable.Range(40, 40).Select(i => AddAsync(queue.Commit, $"good-{i}")));
        await queue.ReleaseAsync();

        await Task.WhenAll(good);
        Assert.Equal("mine", (await Assert.ThrowsAsync<FormatException>(() => thrown)).Message);
        await Assert.ThrowsAsync<DbUpdateException>(() => twice);
        Assert.Equal(80, await CountAsync(host, "good-"));
        Assert.Equal(0, await CountAsync(host, "half-done"));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task ThousandsInParallel_AreAllThere_EachOnce(string database)
    {
        await using var host = databases.Start(database);
        var commit = host.Services.GetRequiredService<GroupCommit>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 2000), new ParallelOptions { MaxDegreeOfParallelism = 64 },
            async (i, _) => await AddAsync(commit, $"many-{i}"));

        Assert.Equal(2000, await CountAsync(host, "many-"));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task ManyWhoChangeTheSameRow_AllSucceed_AndNoChangeIsLost(string database)
    {
        await using var host = databases.Start(database);
        var commit = host.Services.GetRequiredService<GroupCommit>();
        await AddAsync(commit, "counter");

        await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => commit.RunAsync(HeldQueue.Who, async db =>
            (await db.Set<Serial>().AsTracking().SingleAsync(s => s.Name == "counter")).Reserved++)));

        Assert.Equal(300, await host.UseAsync((HallDb db) => db.Set<Serial>().Where(s => s.Name == "counter").Select(s => s.Reserved).SingleAsync()));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task WhatWaitsAtShutdown_IsCommitted_AndNothingIsTakenAfterwards(string database)
    {
        await using var host = databases.Start(database);
        await using var queue = await HeldQueue.OnAsync(host);

        var waiting = Enumerable.Range(0, 200).Select(i => AddAsync(queue.Commit, $"waiting-{i}")).ToList();
        var stopped = queue.Commit.StopAsync(CancellationToken.None);
        Assert.False(stopped.IsCompleted);
        var late = AddAsync(queue.Commit, "late");
        await queue.ReleaseAsync();
        await stopped;

        Assert.Equal((200, 0), (await CountAsync(host, "waiting-"), await CountAsync(host, "late")));
        await Task.WhenAll(waiting);
        await Assert.ThrowsAsync<ChannelClosedException>(() => late);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task CallerWhoGoesAway_DoesNotUndoHisStep(string database)
    {
        await using var host = databases.Start(database);
        await using var queue = await HeldQueue.OnAsync(host);
        using var gone = new CancellationTokenSource();

        var step = AddAsync(queue.Commit, "kept");
        var caller = step.WaitAsync(gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => caller);
        await queue.ReleaseAsync();

        await step;
        Assert.Equal(1, await CountAsync(host, "kept"));
    }

    [Fact]
    public async Task FullQueue_LetsCallersWait()
    {
        await using var host = databases.Start("sqlite");
        await using var queue = await HeldQueue.OnAsync(host);

        var waiting = Enumerable.Range(0, GroupCommit.Capacity + 100).Select(i => AddAsync(queue.Commit, $"full-{i}")).ToList();
        await queue.ReleaseAsync();

        await Task.WhenAll(waiting);
        Assert.Equal(waiting.Count, await CountAsync(host, "full-"));
    }

    [Fact]
    public async Task QueueThatStaysFull_TurnsCallersAway_AndWhatWasTurnedAwayIsNeverDone()
    {
        await using var host = databases.Start("sqlite");
        await using var queue = await HeldQueue.OnAsync(host);
        var waiting = Enumerable.Range(0, GroupCommit.Capacity).Select(i => AddAsync(queue.Commit, $"full-{i}")).ToList();

        queue.Commit.Patience = TimeSpan.FromMilliseconds(50);
        await Assert.ThrowsAsync<TimeoutException>(() => AddAsync(queue.Commit, "turned-away"));
        await queue.ReleaseAsync();
        await Task.WhenAll(waiting);
        await AddAsync(queue.Commit, "next");

        Assert.Equal(0, await CountAsync(host, "turned-away"));
    }

    [Fact]
    public async Task LineThatDropsInTheMiddle_IsOpenedAnew()
    {
        await using var host = databases.Start("postgres");
        var tries = 0;

        await host.Services.GetRequiredService<GroupCommit>().RunAsync(HeldQueue.Who, async db =>
        {
            db.Add(new Serial { Name = "again" });
            if (++tries == 1) await db.Database.ExecuteSqlRawAsync("SELECT pg_terminate_backend(pg_backend_pid())");
        });

        Assert.Equal((2, 1), (tries, await CountAsync(host, "again")));
    }

    private static Task AddAsync(GroupCommit commit, string name) => commit.RunAsync(HeldQueue.Who, db => { db.Add(new Serial { Name = name }); });

    private static Task<int> CountAsync(HallHost host, string name) =>
        host.UseAsync((HallDb db) => db.Set<Serial>().CountAsync(s => s.Name.StartsWith(name)));
}

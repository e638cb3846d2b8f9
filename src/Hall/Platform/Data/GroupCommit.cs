using System.Data;
using System.Data.Common;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Platform.Data;

/// <summary>The one way to write: many small steps share one durable commit.
/// A step is re-runnable, does no slow work, and sees its group's earlier steps. When one member fails,
/// the group is rolled back and each member runs alone, so that nobody pays for another's fault.
/// Back-pressure: at most <see cref="Capacity"/> steps wait. At shutdown the waiting ones are still committed.</summary>
public sealed class GroupCommit(DatabaseKind database, Notary notary, Vault vault, StepGuard guard, ILogger<GroupCommit> log) : IHostedService
{
    public const int Capacity = 4096;
    public const int GroupSize = 64;

    private readonly Channel<Member> queue = Channel.CreateBounded<Member>(Capacity);
    private Task[] workers = [];

    /// <summary>How long a step may wait for room in the queue.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Runs a step and returns when it is durably committed.</summary>
    /// <exception cref="TimeoutException">The queue stayed full: answer 503, try again later.</exception>
    public async Task<T> RunAsync<T>(Proceeding proceeding, Func<HallDb, Task<T>> step)
    {
        var member = new Member<T>(proceeding, step);
        if (!queue.Writer.TryWrite(member)) await WaitForRoomAsync(member);
        return await member.Result;
    }

    public Task RunAsync(Proceeding proceeding, Func<HallDb, Task> step) =>
        RunAsync(proceeding, async db => { await step(db); return true; });

    /// <summary>For steps that only add and change what they already hold.</summary>
    public Task RunAsync(Proceeding proceeding, Action<HallDb> step) =>
        RunAsync(proceeding, db => { step(db); return Task.FromResult(true); });

    public Task StartAsync(CancellationToken cancellationToken)
    {
        workers = [.. Enumerable.Range(0, database.Writers).Select(_ => Task.Run(WorkAsync, CancellationToken.None))];
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete();
        return Task.WhenAll(workers);
    }

    // Whoever is turned away takes his step with him: it must not be done behind his back.
    private async Task WaitForRoomAsync(Member member)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await queue.Writer.WriteAsync(member, patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException("Too many steps wait to be written.");
        }
    }

    private async Task WorkAsync()
    {
        await using var connection = database.CreateConnection();
        var options = database.Options(connection);
        var group = new List<Member>(GroupSize);
        while (await queue.Reader.WaitToReadAsync())
        {
            while (group.Count < GroupSize && queue.Reader.TryRead(out var member)) group.Add(member);
            if (!await TryCommitAsync(connection, options, group))
                foreach (var member in group) await CommitAloneAsync(connection, options, member);
            group.Clear();
        }
    }

    private async Task<bool> TryCommitAsync(DbConnection connection, DbContextOptions options, List<Member> group)
    {
        try
        {
            await CommitAsync(connection, options, group);
            foreach (var member in group) member.Succeed();
            return true;
        }
        catch (Exception e) when (group.Count > 1 || MostAttempts(e) > 1)
        {
            log.LogInformation("A group of {Count} steps is run one by one: {Error}", group.Count, e.GetType().Name);
            return false;
        }
        catch (Exception e)
        {
            group[0].Fail(e);
            return true;
        }
    }

    // Alone, a step that lost a race is run again: it then sees what beat it. The other writer may win
    // several times in a row; a pause of random length keeps the two from marching in step.
    private async Task CommitAloneAsync(DbConnection connection, DbContextOptions options, Member member)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await CommitAsync(connection, options, [member]);
                member.Succeed();
                return;
            }
            catch (Exception e)
            {
                if (attempt >= MostAttempts(e))
                {
                    member.Fail(e);
                    return;
                }
            }
            await Task.Delay(Random.Shared.Next(attempt));
        }
    }

    private async Task CommitAsync(DbConnection connection, DbContextOptions options, List<Member> group)
    {
        if (connection.State != ConnectionState.Open)
        {
            await connection.CloseAsync();
            await connection.OpenAsync();
            if (database is SqliteDatabase) SqlitePragmas.Apply(connection);
        }
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var member in group)
        {
            await using var db = database.CreateContext(options, notary, vault);
            db.Database.AutoSavepointsEnabled = false;
            await db.Database.UseTransactionAsync(transaction);
            db.Proceeding = member.Proceeding;
            await RunGuardedAsync(db, member);
            await db.SaveChangesAsync();
        }
        await transaction.CommitAsync(CancellationToken.None);
    }

    private async Task RunGuardedAsync(HallDb db, Member member)
    {
        var guarded = member.Proceeding is { For: not null, AfterTheFact: false };
        if (guarded)
        {
            var may = await guard(db, member.Proceeding);
            db.ActsFor = may.Ok ? may.Value : throw new RefusedException(may.Refusal);
        }
        await member.RunAsync(db);
        if (guarded && !db.AskedScope && db.HasWork)
            throw new InvalidOperationException("A step for another party did not ask what the mandate covers: call Forbids first.");
    }

    // A lost race, or what the database itself calls worth another try (a deadlock, a dropped line). What breaks a
    // constraint may have been beaten to it by another: it looks again, but not for long.
    private static int MostAttempts(Exception e) => e switch
    {
        DbUpdateConcurrencyException or DbException { IsTransient: true } or { InnerException: DbException { IsTransient: true } } => 30,
        DbUpdateException or DbException => 3,
        _ => 1,
    };

    private abstract class Member(Proceeding proceeding)
    {
        public Proceeding Proceeding => proceeding;
        public abstract Task RunAsync(HallDb db);
        public abstract void Succeed();
        public abstract void Fail(Exception error);
    }

    private sealed class Member<T>(Proceeding proceeding, Func<HallDb, Task<T>> step) : Member(proceeding)
    {
        private readonly TaskCompletionSource<T> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;

        public Task<T> Result => source.Task;
        public override async Task RunAsync(HallDb db) => result = await step(db);
        public override void Succeed() => source.SetResult(result!);
        public override void Fail(Exception error) => source.SetException(error);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Tests.Support;

/// <summary>A queue of steps on a hall's database, in the test's hands: while its writers are held, steps pile up;
/// once released, what has piled up is committed in groups.</summary>
public sealed class HeldQueue : IAsyncDisposable
{
    private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Task> holding = [];

    private HeldQueue(GroupCommit commit) => Commit = commit;

    public static Proceeding Who => new(Actor.System("test"), TimeProvider.System.GetUtcNow());

    public GroupCommit Commit { get; }

    public static async Task<HeldQueue> OnAsync(HallHost host)
    {
        var queue = new HeldQueue(host.Make<GroupCommit>());
        await queue.Commit.StartAsync(CancellationToken.None);
        // One after the other: two at once could fall to the same writer.
        for (var i = 0; i < host.Services.GetRequiredService<DatabaseKind>().Writers; i++) await queue.HoldOneAsync();
        return queue;
    }

    public async Task ReleaseAsync()
    {
        gate.TrySetResult();
        await Task.WhenAll(holding);
    }

    public async ValueTask DisposeAsync()
    {
        await ReleaseAsync();
        await Commit.StopAsync(CancellationToken.None);
    }

    private async Task HoldOneAsync()
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        holding.Add(Commit.RunAsync(Who, async _ =>
        {
            entered.TrySetResult();
            await gate.Task;
        }));
        await entered.Task;
    }
}

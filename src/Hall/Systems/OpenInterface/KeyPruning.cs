using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>Drops kept answers that are older than a week. The work behind a key is idempotent by itself: whoever asks still later
/// is answered anew, but nothing is done twice.</summary>
public sealed class KeyPruning(GroupCommit commit, CityTime time, ILogger<KeyPruning> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) return;
            try
            {
                await PruneAsync();
            }
            catch (Exception e)
            {
                log.LogWarning("Old keys could not be dropped this time ({Error}); it is tried again.", e.GetType().Name);
            }
        }
    }

    /// <summary>Returns how many keys were dropped.</summary>
    public Task<int> PruneAsync()
    {
        var before = time.Now - IdempotencyKey.Kept;
        return commit.RunAsync(new Proceeding(Actor.System("keys"), time.Now),
            writing => writing.Set<IdempotencyKey>().Where(k => k.At < before).ExecuteDeleteAsync());
    }
}

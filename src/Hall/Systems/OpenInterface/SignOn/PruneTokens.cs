using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Proceedings;
using Token = OpenIddict.EntityFrameworkCore.Models.OpenIddictEntityFrameworkCoreToken;

namespace Tongban.Hall.Systems.OpenInterface.SignOn;

/// <summary>Takes away the rows of tokens that ran out a day ago. Until then even a used one is kept: who shows it again is found out.
/// Each round asks for the next, so that one at a time goes on for ever.</summary>
public sealed record PruneTokens : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(1), KeptFor = TimeSpan.FromDays(1);

    /// <summary>Asks for the next round within this step, unless one waits.</summary>
    /// <param name="but">The round that is being done.</param>
    public static async Task BeginAsync(HallDb writing, DateTimeOffset now, Guid? but = null)
    {
        if (!await writing.Set<Job>().AnyAsync(j => j.Kind == nameof(PruneTokens) && j.State == JobState.Waiting && j.Id != but)) writing.Enqueue(new PruneTokens(), now, Every);
    }
}

public sealed class PruneTokensHandler(GroupCommit commit, CityTime time) : IJobHandler<PruneTokens>
{
    // Few at a time: between two steps others write.
    private const int Batch = 1000;

    public async Task HandleAsync(PruneTokens job, Guid jobId, CancellationToken stop)
    {
        var before = (time.Now - PruneTokens.KeptFor).UtcDateTime;
        while (await PruneAsync(before) == Batch) stop.ThrowIfCancellationRequested();
        await commit.RunAsync(Who, writing => PruneTokens.BeginAsync(writing, time.Now, but: jobId));
    }

    private Task<int> PruneAsync(DateTime before) => commit.RunAsync(Who, writing =>
        writing.Set<Token>().Where(t => writing.Set<Token>().Where(old => old.ExpirationDate < before).Select(old => old.Id).Take(Batch).Contains(t.Id)).ExecuteDeleteAsync());

    private Proceeding Who => new(Actor.System("tokens"), time.Now);
}

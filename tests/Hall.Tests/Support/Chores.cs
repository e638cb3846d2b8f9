using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Tests.Support;

public sealed record Chore(string Name) : IJob;

/// <summary>A kind of job for tests: the test says what happens when one is done, and does the worker's rounds itself.</summary>
public sealed class Chores(Clock clock)
{
    /// <summary>Every time that somebody began a job, by its name.</summary>
    public ConcurrentQueue<string> Begun { get; } = [];

    public Func<Chore, CancellationToken, Task> What { get; set; } = (_, _) => Task.CompletedTask;

    public Clock Clock => clock;

    public HallHost On(HallHost host) => host.Without<JobWorker>().With(services =>
    {
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(this);
        services.AddJob<Chore, Handler>();
    });

    public static Task EnqueueAsync(HallHost host, params IEnumerable<string> names) =>
        host.Services.GetRequiredService<GroupCommit>().RunAsync(HeldQueue.Who, db =>
        {
            foreach (var name in names) db.Enqueue(new Chore(name), host.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddSeconds(-1));
        });

    public static Task<Job> OnlyAsync(HallHost host) => host.UseAsync((HallDb db) => db.Set<Job>().SingleAsync());

    private sealed class Handler(Chores chores) : IJobHandler<Chore>
    {
        public Task HandleAsync(Chore job, Guid jobId, CancellationToken stop)
        {
            chores.Begun.Enqueue(job.Name);
            return chores.What(job, stop);
        }
    }
}

using System.Text.Json;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Platform.Jobs;

/// <summary>How one kind of job is done.</summary>
public sealed record JobKind(string Name, Func<IServiceProvider, Job, CancellationToken, Task> HandleAsync)
{
    public static JobKind Of<TJob>() where TJob : IJob => new(typeof(TJob).Name, (services, job, stop) =>
        services.GetRequiredService<IJobHandler<TJob>>().HandleAsync(
            JsonSerializer.Deserialize<TJob>(job.Payload, Notary.Json)!, job.Id, stop));
}

/// <summary>Which handler does which kind of job.</summary>
public sealed class JobKinds(IEnumerable<JobKind> kinds)
{
    private readonly Dictionary<string, JobKind> byName = kinds.ToDictionary(k => k.Name);

    public Task HandleAsync(IServiceProvider services, Job job, CancellationToken stop) =>
        byName.TryGetValue(job.Kind, out var kind)
            ? kind.HandleAsync(services, job, stop)
            : throw new InvalidOperationException($"Nobody handles jobs of the kind {job.Kind}.");
}

public static class JobRegistration
{
    public static IServiceCollection AddJob<TJob, THandler>(this IServiceCollection services)
        where TJob : IJob where THandler : class, IJobHandler<TJob>
    {
        services.AddSingleton(JobKind.Of<TJob>());
        return services.AddScoped<IJobHandler<TJob>, THandler>();
    }
}

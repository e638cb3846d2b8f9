using System.Text.Json;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Platform.Jobs;

/// <summary>A kind of durable work; its members are what the handler needs to know. No personal data: identifiers only.</summary>
public interface IJob;

/// <summary>Does one kind of job. It may run more than once for the same job: it must come to the same end.</summary>
public interface IJobHandler<in TJob> where TJob : IJob
{
    Task HandleAsync(TJob job, Guid jobId, CancellationToken stop);
}

public static class JobQueue
{
    /// <summary>Writes the job in this step's transaction.</summary>
    public static void Enqueue(this HallDb db, IJob job, DateTimeOffset now, TimeSpan delay = default) => db.Add(new Job
    {
        Id = Ids.Next(now),
        Kind = job.GetType().Name,
        Payload = JsonSerializer.Serialize(job, job.GetType(), Notary.Json),
        CreatedAt = now,
        DueAt = now + delay,
    });
}

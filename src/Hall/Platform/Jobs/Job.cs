using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Platform.Jobs;

public enum JobState { Waiting, Done, GivenUp }

/// <summary>Work that follows from a step, written in the same transaction and done at least once.</summary>
public sealed class Job
{
    public Guid Id { get; init; }
    public required string Kind { get; init; }
    public required string Payload { get; init; }
    public JobState State { get; set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before this time; while somebody works on it, the end of his lease.</summary>
    public DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }
    public string? LastError { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
}

public sealed class JobMapping : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.ToTable("jobs");
        builder.NotLedgered("Technical: what a job does is recorded by the step it runs.");
        builder.Property(j => j.Kind).HasMaxLength(64);
        builder.Property(j => j.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(j => j.LastError).HasMaxLength(400);
        builder.HasIndex(j => j.DueAt, "ix_jobs_waiting").HasFilter("state = 'Waiting'");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Privacy;

/// <summary>注销: a person's wish that the account be closed. Whoever signs in before it is due has called it off.</summary>
public sealed class AccountClosing
{
    /// <summary>冷静期.</summary>
    public static readonly TimeSpan CoolingOff = TimeSpan.FromDays(15);

    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    public DateTimeOffset DueAt { get; set; }
    public ClosingState State { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public int Version { get; set; }
}

public enum ClosingState { Asked, CalledOff, Erased }

public sealed record ClosingAsked(Guid AccountId, Guid ClosingId, DateTimeOffset DueAt) : IEvent
{
    public Guid? CaseId => null;
}

public sealed record ClosingCalledOff(Guid AccountId, Guid ClosingId) : IEvent
{
    public Guid? CaseId => null;
}

/// <summary>A case was still under way when it was due.</summary>
public sealed record ClosingPutOff(Guid AccountId, Guid ClosingId, DateTimeOffset DueAt) : IEvent
{
    public Guid? CaseId => null;
}

public sealed record AccountErased(Guid AccountId, Guid ClosingId, IReadOnlyDictionary<string, int> Rows) : IEvent
{
    public Guid? CaseId => null;
}

/// <summary>Erases an account when its cooling-off is over.</summary>
public sealed record EraseAccount(Guid ClosingId) : IJob;

public sealed class AccountClosingMapping : IEntityTypeConfiguration<AccountClosing>
{
    public void Configure(EntityTypeBuilder<AccountClosing> builder)
    {
        builder.ToTable("account_closings");
        builder.Ledgered();
        builder.Property(c => c.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.AccountId, "ix_account_closings_open").IsUnique().HasFilter("ended_at IS NULL");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Mobiles;

/// <summary>A new mobile, confirmed by a code, that waits: whoever holds the old one is told and can stop it.</summary>
public sealed class MobileChange
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public required string Mobile { get; init; }
    public required string Former { get; init; }

    /// <summary>In the link sent to the old mobile.</summary>
    public required string StopKey { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    /// <summary>When the code sent to the new mobile came back; null: it has not.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>From then on the new one counts.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? StoppedAt { get; set; }
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>One more with each change.</summary>
    public int Version { get; set; }

    public bool Waits => ConfirmedAt is not null && StoppedAt is null && DoneAt is null;
}

public sealed record MobileChangeAsked(Guid AccountId, Guid ChangeId) : IEvent
{
    public Guid? CaseId => null;
}

public sealed record MobileChangeConfirmed(Guid AccountId, Guid ChangeId) : IEvent
{
    public Guid? CaseId => null;
}

public sealed record MobileChangeStopped(Guid AccountId, Guid ChangeId) : IEvent
{
    public Guid? CaseId => null;
}

public sealed record MobileChanged(Guid AccountId, Guid ChangeId) : IEvent
{
    public Guid? CaseId => null;
}

/// <summary>The waiting is over.</summary>
public sealed record ChangeMobile(Guid ChangeId) : IJob;

public sealed class MobileChangeMapping : IEntityTypeConfiguration<MobileChange>
{
    public void Configure(EntityTypeBuilder<MobileChange> builder)
    {
        builder.ToTable("mobile_changes");
        builder.Ledgered();
        builder.Ignore(c => c.Waits);
        builder.Property(c => c.Mobile).Personal();
        builder.Property(c => c.Former).Personal();
        builder.Property(c => c.StopKey).HasMaxLength(64);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
        builder.HasIndex(c => c.AccountId);
        builder.HasIndex(c => c.StopKey).IsUnique();
    }
}

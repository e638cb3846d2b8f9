using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Exchange;

public enum LookupStatus
{
    Found,
    NotFound,

    /// <summary>No answer in time, after all attempts.</summary>
    Unavailable,

    /// <summary>An answer that must not be used: wrong signature, another person, too old, unreadable.</summary>
    Untrusted,
}

/// <summary>One look-up in another authority's register: for what purpose, which fields, what came back. The citizen sees each.</summary>
public sealed class Lookup
{
    public Guid Id { get; init; }

    /// <summary>Null: for no case, such as a registration; the purpose says what for.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>The account of the person looked up; for a registration the one that it will open.</summary>
    public Guid SubjectId { get; init; }

    public required string Registry { get; init; }
    public required string PurposeZh { get; init; }
    public required string PurposeEn { get; init; }
    public required string Fields { get; init; }
    public DateTimeOffset At { get; init; }
    public LookupStatus Status { get; init; }

    /// <summary>As of when the register's data is.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>JSON: the fields asked for.</summary>
    public string? Record { get; init; }

    /// <summary>JSON of <see cref="Exchange.Evidence"/>: the register's signed answer.</summary>
    public string? Evidence { get; init; }

    /// <summary>Why there is no usable answer.</summary>
    public string? Problem { get; init; }

    public int Milliseconds { get; init; }
}

public sealed record LookedUp(Guid? CaseId, IReadOnlyList<LookedUp.One> Lookups) : IEvent
{
    public sealed record One(Guid Id, string Registry, string Status);
}

public sealed class LookupMapping : IEntityTypeConfiguration<Lookup>
{
    public void Configure(EntityTypeBuilder<Lookup> builder)
    {
        builder.ToTable("lookups");
        builder.Ledgered();
        builder.Property(l => l.Registry).HasMaxLength(40);
        builder.Property(l => l.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(l => l.Record).Personal();
        builder.Property(l => l.Evidence).Personal();
        builder.Property(l => l.Problem).HasMaxLength(80);
        builder.HasIndex(l => new { l.SubjectId, l.At });
        builder.HasIndex(l => new { l.CaseId, l.At });
    }
}

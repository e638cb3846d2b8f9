using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Privacy;

/// <summary>导出: all that is kept about a person, put together for himself in one sealed file.</summary>
public sealed class DataExport
{
    /// <summary>How long it can be fetched.</summary>
    public static readonly TimeSpan Shelf = TimeSpan.FromDays(7);

    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    public DateTimeOffset? ReadyAt { get; set; }

    /// <summary>The file in the store; null before it is ready and after it is gone.</summary>
    public string? Hash { get; set; }

    public long Size { get; set; }
    public DateTimeOffset? DroppedAt { get; set; }
    public int Version { get; set; }

    public DateTimeOffset? Until => ReadyAt + Shelf;

    public ExportState StateAt(DateTimeOffset now) => ReadyAt is null ? ExportState.BeingMade : Hash is not null && now < Until ? ExportState.Ready : ExportState.Expired;
}

public enum ExportState { BeingMade, Ready, Expired }

public sealed record ExportAsked(Guid AccountId, Guid ExportId) : IEvent
{
    public Guid? CaseId => null;
}

public sealed record ExportMade(Guid AccountId, Guid ExportId, long Size) : IEvent
{
    public Guid? CaseId => null;
}

public sealed record ExportRead(Guid AccountId, Guid ExportId, string Form) : IEvent
{
    public Guid? CaseId => null;
}

public sealed record ExportDropped(Guid AccountId, Guid ExportId) : IEvent
{
    public Guid? CaseId => null;
}

/// <summary>Gathers what is kept about a person.</summary>
public sealed record MakeExport(Guid ExportId) : IJob;

/// <summary>Drops it when its time is over.</summary>
public sealed record DropExport(Guid ExportId) : IJob;

public sealed class DataExportMapping : IEntityTypeConfiguration<DataExport>
{
    public void Configure(EntityTypeBuilder<DataExport> builder)
    {
        builder.ToTable("data_exports");
        builder.Ledgered();
        builder.Property(e => e.Hash).HasMaxLength(64).NamesFile();
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.HasIndex(e => e.AccountId, "ix_data_exports_under_way").IsUnique().HasFilter("dropped_at IS NULL");
        builder.HasIndex(e => new { e.AccountId, e.AskedAt });
    }
}

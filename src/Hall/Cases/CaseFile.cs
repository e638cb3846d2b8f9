using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Cases;

/// <summary>An uploaded material. It has left quarantine: its content was checked.</summary>
public sealed class CaseFile
{
    public Guid Id { get; init; }
    public Guid CaseId { get; init; }
    public Guid OwnerId { get; init; }

    /// <summary>Id of the material in the service package; empty for a form's own file field.</summary>
    public required string Material { get; init; }

    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public long Size { get; init; }
    public required string Hash { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Taken over from this earlier file of the same owner.</summary>
    public Guid? ReusedFrom { get; init; }
}

public sealed class CaseFileMapping : IEntityTypeConfiguration<CaseFile>
{
    public void Configure(EntityTypeBuilder<CaseFile> builder)
    {
        builder.ToTable("case_files");
        builder.Ledgered();
        builder.Property(f => f.Material).HasMaxLength(64);
        builder.Property(f => f.Name).Personal();
        builder.Property(f => f.ContentType).HasMaxLength(40);
        builder.Property(f => f.Hash).HasMaxLength(64).NamesFile();
        builder.HasIndex(f => f.CaseId);
        builder.HasIndex(f => new { f.OwnerId, f.Material });
    }
}

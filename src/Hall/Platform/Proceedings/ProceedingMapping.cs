using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Platform.Proceedings;

public sealed class ProceedingMapping : IEntityTypeConfiguration<ProceedingEntry>
{
    public void Configure(EntityTypeBuilder<ProceedingEntry> builder)
    {
        builder.ToTable("proceedings");
        builder.NotLedgered("These rows are the ledger: each is checked against its own leaf.");
        builder.Property(p => p.ActorKind).HasConversion<string>().HasMaxLength(16);
        builder.Property(p => p.ActorId).HasMaxLength(64);
        builder.Property(p => p.Office).HasMaxLength(18);
        builder.Property(p => p.Kiosk).HasMaxLength(40);
        builder.Property(p => p.Payload).Personal();
        builder.Property(p => p.Reason).Personal();
        builder.Property(p => p.Event).HasMaxLength(64);
        builder.HasIndex(p => new { p.CaseId, p.Id });
        builder.HasIndex(p => new { p.PartyId, p.Id }).HasFilter("party_id IS NOT NULL");
        builder.HasIndex(p => p.Sequence).IsUnique();
        builder.HasIndex(p => p.Id, "ix_proceedings_pending").HasFilter("sequence IS NULL");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Cases;

public sealed class CaseMapping : IEntityTypeConfiguration<Case>, IEntityTypeConfiguration<Submission>,
    IEntityTypeConfiguration<Acceptance>, IEntityTypeConfiguration<Decision>, IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("cases");
        builder.Ledgered();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Property(c => c.FilesVersion).IsConcurrencyToken();
        builder.Property(c => c.ItemId).HasMaxLength(64);
        builder.Property(c => c.PackageVersion).HasMaxLength(64);
        builder.Property(c => c.RegionCode).HasMaxLength(12);
        builder.Property(c => c.AuthorityCode).HasMaxLength(18);
        builder.Property(c => c.Number).HasMaxLength(24);
        builder.Property(c => c.QueryCode).Personal();
        builder.Property(c => c.Answers).Personal();
        builder.Property(c => c.ClosingReason).Personal();
        builder.Property(c => c.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(c => c.Closing).HasConversion<int?>();
        builder.Property(c => c.Channel).HasConversion<int>();
        builder.HasIndex(c => c.Number).IsUnique();
        // A firm may have a hundred thousand: its list, an agent's list of one service, and the draft that goes on.
        builder.HasIndex(c => new { c.ApplicantId, c.Id });
        builder.HasIndex(c => new { c.ApplicantId, c.ItemId, c.Id });
        builder.HasIndex(c => new { c.ApplicantId, c.ItemId }, "ix_cases_drafts").HasFilter("state = 'Draft'");
        builder.HasIndex(c => new { c.RegionCode, c.AuthorityCode, c.State, c.Id });
        builder.Property(c => c.ApplicantKind).HasConversion<int>();
    }

    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        Record(builder, "submissions");
        builder.HasKey(s => s.CaseId);
        builder.Property(s => s.Answers).Personal();
        builder.Property(s => s.Facts).Personal();
        builder.Property(s => s.ShownHash).HasMaxLength(64);
        builder.Property(s => s.IdempotencyKey).HasMaxLength(80);
        builder.HasIndex(s => s.IdempotencyKey).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Acceptance> builder)
    {
        Record(builder, "acceptances");
        builder.HasKey(a => a.CaseId);
    }

    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        Record(builder, "decisions");
        builder.HasKey(d => new { d.CaseId, d.Round });
        builder.Property(d => d.Explanation).Personal();
    }

    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        Record(builder, "referrals");
        builder.HasKey(r => r.CaseId);
        builder.Property(r => r.Reasons).Personal();
        builder.Property(r => r.Cause).HasConversion<string>().HasMaxLength(24);
    }

    private static void Record<T>(EntityTypeBuilder<T> builder, string table) where T : class
    {
        builder.ToTable(table);
        builder.Ledgered();
        builder.HasOne<Case>().WithMany().HasForeignKey("CaseId");
    }
}

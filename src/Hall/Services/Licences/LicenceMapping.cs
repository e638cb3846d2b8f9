using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Services.Licences;

public sealed class LicenceMapping : IEntityTypeConfiguration<IssuedDocument>, IEntityTypeConfiguration<Licence>
{
    public void Configure(EntityTypeBuilder<IssuedDocument> builder)
    {
        builder.ToTable("issued_documents");
        builder.Ledgered();
        builder.Property(d => d.Kind).HasConversion<string>().HasMaxLength(24);
        builder.Property(d => d.Content).Personal();
        builder.Property(d => d.Number).HasMaxLength(60);
        builder.Property(d => d.AuthorityCode).HasMaxLength(18);
        builder.Property(d => d.PdfHash).HasMaxLength(64).IsConcurrencyToken().NamesFile();
        builder.HasIndex(d => d.Number).IsUnique();
        builder.HasIndex(d => d.CaseId);
    }

    public void Configure(EntityTypeBuilder<Licence> builder)
    {
        builder.ToTable("licences");
        builder.Ledgered();
        builder.HasKey(l => l.Identifier);
        builder.Property(l => l.Identifier).HasMaxLength(120);
        builder.Property(l => l.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.HasIndex(l => l.HolderId);
        builder.HasIndex(l => l.Number);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity.Staff;

namespace Tongban.Hall.Services.Identity.Kiosks;

/// <summary>自助终端: a device in a hall, used by one person after another. Its private key was made on it and never leaves it.</summary>
public sealed class Kiosk
{
    public Guid Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Where it stands, and who answers for it.</summary>
    public Guid OfficeId { get; init; }

    /// <summary>P-256, as a SubjectPublicKeyInfo.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>SHA-256 of it, by which it is found: the kiosk calls itself so.</summary>
    public required string KeyHash { get; init; }

    public DateTimeOffset RegisteredAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public int Version { get; set; }
}

/// <summary>An assertion that was shown: it is not taken again while it would still be good.</summary>
public sealed class ShownAssertion
{
    /// <summary>SHA-256 of kiosk and the assertion's own number.</summary>
    public required string Id { get; init; }

    public DateTimeOffset Until { get; init; }
}

public sealed class KioskMapping : IEntityTypeConfiguration<Kiosk>, IEntityTypeConfiguration<ShownAssertion>
{
    public void Configure(EntityTypeBuilder<Kiosk> builder)
    {
        builder.ToTable("kiosks");
        builder.Ledgered();
        builder.Property(k => k.Name).HasMaxLength(60);
        builder.Property(k => k.KeyHash).HasMaxLength(64);
        builder.Property(k => k.Version).IsConcurrencyToken();
        builder.HasOne<Office>().WithMany().HasForeignKey(k => k.OfficeId);
        builder.HasIndex(k => k.KeyHash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ShownAssertion> builder)
    {
        builder.ToTable("shown_assertions");
        builder.NotLedgered("Kept for minutes, so that nothing is shown twice.");
        builder.Property(s => s.Id).HasMaxLength(64);
        builder.HasIndex(s => s.Until);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Services.Identity.Window;

/// <summary>登录条: printed at a counter for who has no mobile; opens once, and only to choose a password.</summary>
public sealed class FirstSlip
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(14);

    public Guid Id { get; init; }
    public Guid AccountId { get; init; }

    /// <summary>SM3 of 80 random bits.</summary>
    public required string Hash { get; init; }

    public DateTimeOffset PrintedAt { get; init; }

    /// <summary>Used, or replaced by another.</summary>
    public DateTimeOffset? SpentAt { get; set; }

    public int Version { get; set; }
}

public sealed class FirstSlipMapping : IEntityTypeConfiguration<FirstSlip>
{
    public void Configure(EntityTypeBuilder<FirstSlip> builder)
    {
        builder.ToTable("first_slips");
        builder.Ledgered();
        builder.Property(s => s.Hash).HasMaxLength(64);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        builder.HasIndex(s => s.Hash).IsUnique();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Services.Identity.SignIn;

/// <summary>How often something was tried lately. In the database: all processes count together.</summary>
public sealed class Throttle
{
    /// <summary>A pseudonym of what is counted: an account, an address.</summary>
    public required string Key { get; init; }

    public DateTimeOffset Until { get; set; }
    public int Count { get; set; }
}

public sealed class ThrottleMapping : IEntityTypeConfiguration<Throttle>
{
    public void Configure(EntityTypeBuilder<Throttle> builder)
    {
        builder.ToTable("throttles");
        builder.NotLedgered("Counters that run out within a day.");
        builder.HasKey(t => t.Key);
        builder.Property(t => t.Key).HasMaxLength(64);
        builder.Property(t => t.Count).IsConcurrencyToken();
        builder.HasIndex(t => t.Until);
    }
}

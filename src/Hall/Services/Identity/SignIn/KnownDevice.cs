using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Services.Identity.SignIn;

/// <summary>A browser in which the account's owner has signed in before.</summary>
public sealed class KnownDevice
{
    /// <summary>SM3 of the secret in its cookie.</summary>
    public required string Id { get; init; }

    public Guid AccountId { get; init; }
    public DateTimeOffset At { get; set; }
}

public sealed class KnownDeviceMapping : IEntityTypeConfiguration<KnownDevice>
{
    public void Configure(EntityTypeBuilder<KnownDevice> builder)
    {
        builder.ToTable("known_devices");
        builder.NotLedgered("A convenience: decides whose wrong passwords are counted together.");
        builder.HasKey(d => new { d.Id, d.AccountId });
        builder.Property(d => d.Id).HasMaxLength(64);
        builder.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId);
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Services.Identity.Passkeys;

/// <summary>通行密钥: a key that the person's own device or password manager holds (WebAuthn).</summary>
public sealed class Passkey
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }

    /// <summary>Chosen by the authenticator.</summary>
    public required byte[] CredentialId { get; init; }

    public required byte[] PublicKey { get; init; }

    /// <summary>By what name its owner knows it.</summary>
    public required string Name { get; init; }

    public DateTimeOffset AddedAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>Counts up with each use, where the authenticator counts: a copy is found out by it.</summary>
    public long SignCount { get; set; }

    public string? Transports { get; init; }
    public bool UserVerified { get; set; }
    public bool BackupEligible { get; init; }
    public bool BackedUp { get; set; }

    /// <summary>One more with each change.</summary>
    public int Version { get; set; }

    public UserPasskeyInfo ToInfo() => new(CredentialId, PublicKey, AddedAt, (uint)SignCount, Transports?.Split(','), UserVerified, BackupEligible, BackedUp, [], []) { Name = Name };
}

public sealed class PasskeyMapping : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("passkeys");
        builder.Ledgered();
        builder.Property(p => p.Name).Personal();
        builder.Property(p => p.Transports).HasMaxLength(80);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
        builder.HasIndex(p => p.CredentialId).IsUnique();
        builder.HasIndex(p => p.AccountId);
    }
}

/// <summary>A question put to an authenticator: answered once, soon, by the browser that was asked.</summary>
public sealed class PasskeyCeremony
{
    public Guid Id { get; init; }

    /// <summary>SM3 of the secret in the browser's cookie.</summary>
    public required string Browser { get; init; }

    public required string State { get; init; }
    public DateTimeOffset At { get; init; }
}

public sealed class PasskeyCeremonyMapping : IEntityTypeConfiguration<PasskeyCeremony>
{
    public void Configure(EntityTypeBuilder<PasskeyCeremony> builder)
    {
        builder.ToTable("passkey_ceremonies");
        builder.NotLedgered("Gone when it is answered, or within a day.");
        builder.Property(c => c.Browser).HasMaxLength(64);
        // It names the person for whom a key is made.
        builder.Property(c => c.State).Personal();
        builder.HasIndex(c => c.Browser).IsUnique();
        builder.HasIndex(c => c.At);
    }
}

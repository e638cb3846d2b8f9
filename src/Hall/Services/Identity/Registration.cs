using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Services.Identity;

/// <summary>What waits for the code that was sent: an account to be opened, or a forgotten password to be replaced. Kept a day at most.</summary>
public sealed class Registration
{
    public Guid Id { get; init; }

    /// <summary>The account that it will open, or whose password it replaces: what was asked for it is filed under this id.</summary>
    public Guid AccountId { get; init; }

    public required string Name { get; init; }
    public required string CitizenNumber { get; init; }
    public required string Mobile { get; init; }

    /// <summary>Null: no password; the person signs in by code or passkey.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>At a counter: which originals the clerk saw, names of <see cref="Window.Paper"/>.</summary>
    public string? Papers { get; init; }

    /// <summary>At a counter: the clerk who saw them, and nobody else, opens the account.</summary>
    public Guid? MemberId { get; init; }

    public RealNameLevel Level { get; init; }
    public DateTimeOffset At { get; init; }
}

public sealed class RegistrationMapping : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> builder)
    {
        builder.ToTable("registrations");
        builder.NotLedgered("Wishes, not facts: an account is recorded when it is opened.");
        builder.Property(r => r.Name).Personal();
        builder.Property(r => r.CitizenNumber).Personal();
        builder.Property(r => r.Mobile).Personal();
        builder.Property(r => r.Papers).HasMaxLength(80);
        builder.HasIndex(r => r.At);
    }
}

using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Services.Identity;

/// <summary>A registration that waits for the code sent to the mobile on file. Kept an hour at most.</summary>
public sealed class Registration
{
    public Guid Id { get; init; }

    /// <summary>The account that it will open: what was looked up for it is already filed under this id.</summary>
    public Guid AccountId { get; init; }

    public required string Name { get; init; }
    public required string CitizenNumber { get; init; }
    public required string Mobile { get; init; }
    public required string PasswordHash { get; init; }

    /// <summary>Six digits; null where the register did not confirm the person: then no code is ever right.</summary>
    public string? Code { get; init; }

    public DateTimeOffset At { get; init; }
    public int Tries { get; set; }

    public static string NewCode() => RandomNumberGenerator.GetString("0123456789", 6);
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
        builder.Property(r => r.Code).Personal();
        builder.Property(r => r.Tries).IsConcurrencyToken();
        builder.HasIndex(r => r.At);
    }
}

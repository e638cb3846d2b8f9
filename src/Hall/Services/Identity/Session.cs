using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Services.Identity;

/// <summary>By what a person showed who he is.</summary>
public enum SignInMethod { Password, Code, Passkey, Registration, Provider }

/// <summary>One signed-in browser. Ended here, it is ended everywhere: the cookie only names it.
/// Every sign-in, also to confirm a sensitive act, begins a new one and ends the one before.</summary>
public sealed class Session
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public SignInMethod By { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>By which it acts for another at this moment; null: its person acts for himself.</summary>
    public Guid? MandateId { get; set; }

    /// <summary>What the browser said it is, shortened; shown to the owner in plain words.</summary>
    public string? Device { get; init; }
}

/// <summary>When a session was last used, to within a few minutes.</summary>
public sealed class SessionSighting
{
    public Guid SessionId { get; init; }
    public DateTimeOffset At { get; set; }
}

public sealed class SessionMapping : IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<SessionSighting>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.Ledgered();
        builder.Property(s => s.By).HasConversion<string>().HasMaxLength(16);
        builder.Property(s => s.Device).Personal();
        builder.Property(s => s.EndedAt).IsConcurrencyToken();
        builder.Property(s => s.MandateId).IsConcurrencyToken();
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        builder.HasIndex(s => s.AccountId);
    }

    public void Configure(EntityTypeBuilder<SessionSighting> builder)
    {
        builder.ToTable("session_sightings");
        builder.NotLedgered("Seen again every few minutes: ends idle sessions, proves nothing.");
        builder.HasKey(s => s.SessionId);
        builder.HasOne<Session>().WithOne().HasForeignKey<SessionSighting>(s => s.SessionId);
    }
}

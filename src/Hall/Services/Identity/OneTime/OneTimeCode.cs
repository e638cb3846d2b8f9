using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Services.Identity.OneTime;

public enum CodePurpose { Registration, SignIn, FreshSignIn, NewMobile, Recovery, Window }

/// <summary>Six digits sent to a mobile: good for ten minutes, for five tries, once, and in the browser that asked for them.</summary>
public sealed class OneTimeCode
{
    public Guid Id { get; init; }
    public CodePurpose Purpose { get; init; }

    /// <summary>SM3 of the secret in the cookie of the browser that asked.</summary>
    public required string Browser { get; init; }

    /// <summary>What it is for: an account, or something that waits.</summary>
    public Guid SubjectId { get; init; }

    public required string Mobile { get; init; }

    /// <summary>Null: there is nobody to send it to, and none is ever right.</summary>
    public string? Code { get; init; }

    public DateTimeOffset At { get; init; }
    public int Tries { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
}

public sealed class OneTimeCodeMapping : IEntityTypeConfiguration<OneTimeCode>
{
    public void Configure(EntityTypeBuilder<OneTimeCode> builder)
    {
        builder.ToTable("one_time_codes");
        builder.NotLedgered("Gone within a day: what a code opened is recorded when it is opened.");
        builder.Property(c => c.Purpose).HasConversion<string>().HasMaxLength(16);
        builder.Property(c => c.Browser).HasMaxLength(64);
        builder.Property(c => c.Mobile).Personal();
        builder.Property(c => c.Code).Personal();
        builder.Property(c => c.Tries).IsConcurrencyToken();
        builder.HasIndex(c => c.At);
    }
}

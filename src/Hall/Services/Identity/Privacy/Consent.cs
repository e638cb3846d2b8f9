using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Privacy;

/// <summary>What a person may agree to or not.</summary>
public enum ConsentPurpose
{
    /// <summary>Drafts are filled in from registers.</summary>
    Prefill,

    /// <summary>Notices go to the mobile as well as into the in-box.</summary>
    Sms,
}

/// <summary>同意: what a person said to a purpose, and to which words. Written once; the newest counts.</summary>
public sealed class Consent
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public ConsentPurpose Purpose { get; init; }

    /// <summary>Given, or withdrawn.</summary>
    public bool Given { get; init; }

    /// <summary>SM3 of the words that stood there.</summary>
    public required string TextHash { get; init; }

    public DateTimeOffset At { get; init; }
}

public sealed record ConsentGiven(Guid AccountId, string Purpose, string TextHash) : IEvent
{
    public Guid? CaseId => null;
}

public sealed record ConsentWithdrawn(Guid AccountId, string Purpose, string TextHash) : IEvent
{
    public Guid? CaseId => null;
}

public sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("consents");
        builder.Ledgered();
        builder.Property(c => c.Purpose).HasConversion<string>().HasMaxLength(16);
        builder.Property(c => c.TextHash).HasMaxLength(64);
        builder.HasIndex(c => new { c.AccountId, c.Purpose, c.Id });
    }
}

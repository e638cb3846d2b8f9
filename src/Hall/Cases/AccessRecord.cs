using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Cases;

/// <summary>That a member of staff opened a case, or had its personal data shown in clear. Its applicant sees each.</summary>
public sealed class AccessRecord
{
    public Guid Id { get; init; }

    /// <summary>Whose case it is.</summary>
    public Guid PartyId { get; init; }

    public Guid CaseId { get; init; }
    public Guid SessionId { get; init; }
    public Guid MemberId { get; init; }
    public Guid OfficeId { get; init; }
    public DateTimeOffset At { get; init; }
    public AccessKind Kind { get; init; }

    /// <summary>Why, where personal data was shown.</summary>
    public string? Reason { get; init; }
}

public enum AccessKind { Read, Unmasked }

public sealed record CaseRead(Guid? CaseId, Guid SessionId) : IEvent;

public sealed record PersonalDataUnmasked(Guid? CaseId, Guid SessionId, string Reason) : IEvent;

public sealed class AccessRecordMapping : IEntityTypeConfiguration<AccessRecord>
{
    public void Configure(EntityTypeBuilder<AccessRecord> builder)
    {
        builder.ToTable("access_records");
        builder.Ledgered();
        builder.Property(r => r.Kind).HasConversion<int>();
        builder.Property(r => r.Reason).Personal();
        builder.HasIndex(r => new { r.PartyId, r.At });
        builder.HasIndex(r => new { r.SessionId, r.CaseId, r.Kind }).IsUnique();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Notices;

/// <summary>A message in a citizen's in-box.</summary>
public sealed class Message
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public Guid? CaseId { get; init; }
    public required string TitleZh { get; init; }
    public required string TitleEn { get; init; }
    public required string BodyZh { get; init; }
    public required string BodyEn { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Where its text goes by SMS; null: in-box only.</summary>
    public string? Mobile { get; init; }

    public DateTimeOffset? ReadAt { get; set; }
}

public sealed record MessageRead(Guid? CaseId, Guid MessageId) : IEvent;

/// <summary>Sends a message's text to the mobile on the account.</summary>
public sealed record SendSms(Guid MessageId) : IJob;

public sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messages");
        builder.Ledgered();
        builder.Property(m => m.Mobile).Personal();
        builder.Property(m => m.BodyZh).Personal();
        builder.Property(m => m.BodyEn).Personal();
        builder.Property(m => m.ReadAt).IsConcurrencyToken();
        builder.HasIndex(m => new { m.AccountId, m.At });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>A changing request that was begun under a key; once answered, the answer is kept and given again.</summary>
public sealed class IdempotencyKey
{
    /// <summary>Client, method and path, and the client's key.</summary>
    public required string Key { get; init; }

    public required string BodyHash { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>HTTP status; 0 while the request is being answered.</summary>
    public int Status { get; set; }

    public string? Answer { get; set; }
}

public sealed class IdempotencyKeyMapping : IEntityTypeConfiguration<IdempotencyKey>
{
    public void Configure(EntityTypeBuilder<IdempotencyKey> builder)
    {
        builder.ToTable("idempotency_keys");
        builder.HasKey(k => k.Key);
        builder.Property(k => k.Key).HasMaxLength(300);
        builder.Property(k => k.BodyHash).HasMaxLength(64);
        builder.NotLedgered("What was done under a key is recorded by its own step.");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Sm;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>A changing request that was begun under a key; once answered, the answer is kept and given again.</summary>
public sealed class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    /// <summary>Longer than any answer takes; whoever has not answered by then has died.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>How long an answer is given again.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>SM3 of client, method and path, and the client's key.</summary>
    public required string Key { get; init; }

    public required string BodyHash { get; init; }

    /// <summary>Since when somebody works on the answer.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>HTTP status; 0 while the request is being answered.</summary>
    public int Status { get; set; }

    public string? Answer { get; set; }

    public bool IsFree(DateTimeOffset now) => Status == 0 && At + Lease <= now;

    /// <summary>The key of this request of this client.</summary>
    public static Outcome<string> Of(HttpRequest http, Actor client)
    {
        var given = http.Headers[Header].ToString();
        if (given.Length == 0) return Refusals.KeyMissing;
        if (given.Length > 80 || !given.All(c => c is > ' ' and <= '~')) return Refusals.KeyMalformed;
        return Sm3.Hex($"{client.Id}\n{http.Method}\n{http.Path.Value!.TrimEnd('/').ToLowerInvariant()}\n{given}");
    }
}

public sealed class IdempotencyKeyMapping : IEntityTypeConfiguration<IdempotencyKey>
{
    public void Configure(EntityTypeBuilder<IdempotencyKey> builder)
    {
        builder.ToTable("idempotency_keys");
        builder.HasKey(k => k.Key);
        builder.Property(k => k.Key).HasMaxLength(300);
        builder.Property(k => k.BodyHash).HasMaxLength(64);
        builder.Property(k => k.Status).IsConcurrencyToken();
        builder.Property(k => k.Answer).Personal();
        builder.NotLedgered("What was done under a key is recorded by its own step.");
    }
}

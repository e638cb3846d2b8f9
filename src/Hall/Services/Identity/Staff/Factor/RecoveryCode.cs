namespace Tongban.Hall.Services.Identity.Staff.Factor;

/// <summary>恢复码: opens once in the authenticator's place.</summary>
public sealed class RecoveryCode
{
    public Guid Id { get; init; }
    public Guid MemberId { get; init; }

    /// <summary>SM3 of 80 random bits: there is nothing to guess.</summary>
    public required string Hash { get; init; }

    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>Used, or replaced by new ones.</summary>
    public DateTimeOffset? SpentAt { get; set; }

    public int Version { get; set; }
}

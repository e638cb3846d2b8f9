namespace Tongban.Hall.Services.Identity.Staff.Factor;

/// <summary>A member has lost authenticator and recovery codes: one security administrator has seen him and asks, another administrator
/// agrees. Alone, neither could take a member's place.</summary>
public sealed class FactorReset
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(3);

    public Guid Id { get; init; }
    public Guid MemberId { get; init; }
    public Guid AskedBy { get; init; }
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>How the member was known, and what he lost.</summary>
    public required string Reason { get; init; }

    public Guid? ConfirmedBy { get; set; }
    public DateTimeOffset? ConfirmedAt { get; set; }
    public DateTimeOffset? DroppedAt { get; set; }
    public int Version { get; set; }

    public bool WaitsAt(DateTimeOffset now) => ConfirmedAt is null && DroppedAt is null && now - AskedAt <= GoodFor;
}

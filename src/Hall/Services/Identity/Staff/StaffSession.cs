namespace Tongban.Hall.Services.Identity.Staff;

/// <summary>One signed-in browser of a member of staff.</summary>
public sealed class StaffSession
{
    public Guid Id { get; init; }
    public Guid MemberId { get; init; }

    /// <summary>In which post he acts; null: in none yet, he must first choose a password or enrol a second factor.</summary>
    public Guid? PostId { get; set; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When the second factor was last shown; null: never yet.</summary>
    public DateTimeOffset? FactorAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
    public string? Device { get; init; }
    public int Version { get; set; }
}

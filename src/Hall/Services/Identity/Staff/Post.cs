namespace Tongban.Hall.Services.Identity.Staff;

/// <summary>岗位: a member of staff in an office, with roles, for a time. Proposed by the system administrator, in force once the
/// security administrator has confirmed it: neither can make anybody powerful alone.</summary>
public sealed class Post
{
    public Guid Id { get; init; }
    public Guid MemberId { get; init; }
    public Guid OfficeId { get; init; }

    /// <summary>Names of <see cref="StaffRole"/>, separated by commas.</summary>
    public required string Roles { get; init; }

    public DateOnly From { get; init; }

    /// <summary>The last day; null: open.</summary>
    public DateOnly? Until { get; init; }

    public Guid? ProposedBy { get; init; }
    public DateTimeOffset? ConfirmedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public int Version { get; set; }

    public IReadOnlyList<StaffRole> RoleList => [.. Roles.Split(',').Select(Enum.Parse<StaffRole>)];

    public bool InForceOn(DateOnly day) => ConfirmedAt is not null && EndedAt is null && From <= day && (Until is null || day <= Until);
}

/// <summary>代班: another acts in a post while its holder is absent.</summary>
public sealed class Substitution
{
    public Guid Id { get; init; }
    public Guid PostId { get; init; }
    public Guid SubstituteId { get; init; }
    public DateOnly From { get; init; }
    public DateOnly Until { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public int Version { get; set; }

    public bool InForceOn(DateOnly day) => EndedAt is null && From <= day && day <= Until;
}

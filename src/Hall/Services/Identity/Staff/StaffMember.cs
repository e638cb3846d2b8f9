namespace Tongban.Hall.Services.Identity.Staff;

/// <summary>工作人员: signs in with number, password and a second factor. What he may do is said by his posts alone.</summary>
public sealed class StaffMember
{
    public Guid Id { get; init; }

    /// <summary>工号.</summary>
    public required string Number { get; init; }

    public required string Name { get; init; }
    public required string PasswordHash { get; set; }

    /// <summary>Hashes of earlier passwords, newest first, a line each.</summary>
    public string EarlierPasswords { get; set; } = "";

    /// <summary>When he chose the password himself; null: it was given to him, and he must choose another.</summary>
    public DateTimeOffset? PasswordChosenAt { get; set; }

    /// <summary>Base32 secret of the second factor (RFC 6238); null until he has enrolled it.</summary>
    public string? SecondFactor { get; set; }

    /// <summary>The last time step whose code was taken: no code counts twice.</summary>
    public long LastStep { get; set; }

    public int FailedTries { get; set; }
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>An invented member of the demo city: refused in production.</summary>
    public bool IsDemo { get; init; }

    public int Version { get; set; }
}

using Microsoft.AspNetCore.Identity;

namespace Tongban.Hall.Services.Identity;

/// <summary>A natural person's account.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Real name, as the population register has it.</summary>
    public required string Name { get; set; }

    /// <summary>GB 11643, 18 characters.</summary>
    public required string CitizenNumber { get; set; }

    public RealNameLevel RealNameLevel { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>An invented person of the demo city: refused in production.</summary>
    public bool IsDemo { get; init; }
}

/// <summary>实名等级: 1 declared, the mobile confirmed; 2 the real-name provider confirmed two more proofs; 3 face to face.</summary>
public enum RealNameLevel { Declared = 1, Checked = 2, Present = 3 }

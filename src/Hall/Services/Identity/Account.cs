using Microsoft.AspNetCore.Identity;

namespace Tongban.Hall.Services.Identity;

/// <summary>A natural person's account.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Real name, as the population register has it.</summary>
    public required string Name { get; set; }

    /// <summary>For ASP.NET Core Identity an account's name is its id: nobody is called by his number.</summary>
    public override string? UserName { get => Id.ToString("N"); set { } }

    /// <summary>GB 11643, 18 characters.</summary>
    public required string CitizenNumber { get; set; }

    /// <summary>By which the account of a citizen number is found.</summary>
    public string? NumberIndex { get; private set; }

    /// <summary>By which the accounts of a mobile number are found.</summary>
    public string? MobileIndex { get; private set; }

    public RealNameLevel RealNameLevel { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>An invented person of the demo city: refused in production.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Leaves nothing of the person: kept cases still point to the id, and the number may register anew.</summary>
    public void Empty()
    {
        (Name, CitizenNumber, PhoneNumber, Email, PasswordHash) = ("", "", null, null, null);
        (PhoneNumberConfirmed, SecurityStamp, ConcurrencyStamp) = (false, null, Guid.NewGuid().ToString());
    }
}

/// <summary>实名等级: 1 declared, the mobile confirmed; 2 the real-name provider confirmed two more proofs; 3 face to face.</summary>
public enum RealNameLevel { Declared = 1, Checked = 2, Present = 3 }

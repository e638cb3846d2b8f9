using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Tongban.Hall.Services.Identity.Staff;

namespace Tongban.Hall.Systems.Workplace.SignIn;

/// <summary>A new second factor on its way to a member's authenticator. The secret that is shown goes along sealed: nobody can put another in its place.</summary>
public sealed class NewFactor(IDataProtectionProvider protection)
{
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("staff second factor").ToTimeLimitedDataProtector();

    public string Seal(Guid memberId, string secret) => protector.Protect($"{memberId} {secret}", TimeSpan.FromMinutes(10));

    /// <summary>The secret that was shown to this member; another one when it cannot be read, or was shown too long ago.</summary>
    public string Open(Guid memberId, string? sealedSecret)
    {
        try
        {
            if (protector.Unprotect(sealedSecret ?? "").Split(' ') is [var id, var secret] && id == memberId.ToString()) return secret;
        }
        catch (CryptographicException)
        {
            // Too old, or somebody's own invention: a new one is shown.
        }
        return SecondFactor.NewSecret();
    }
}

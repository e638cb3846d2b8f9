using Microsoft.AspNetCore.Identity;

namespace Tongban.Hall.Services.Identity.Passwords;

/// <summary>What a password typed is to the hash kept.</summary>
public enum PasswordMatch
{
    Wrong,
    Right,

    /// <summary>Right, but hashed at a lower cost than today's: hash it anew while it is known.</summary>
    RightButOld,
}

public static class PasswordMatches
{
    /// <param name="known">False: it was compared with nobody's hash, for the time it takes.</param>
    public static PasswordMatch Of(PasswordVerificationResult result, bool known) => !known ? PasswordMatch.Wrong : result switch
    {
        PasswordVerificationResult.Success => PasswordMatch.Right,
        PasswordVerificationResult.SuccessRehashNeeded => PasswordMatch.RightButOld,
        _ => PasswordMatch.Wrong,
    };
}

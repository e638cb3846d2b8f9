using Microsoft.AspNetCore.Identity;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Services.Identity.Passwords;

namespace Tongban.Hall.Services.Identity.Staff;

/// <summary>The password policy of staff, apart from the citizens': long, of several kinds, not used before, renewed.</summary>
public static class StaffPasswords
{
    public const int Shortest = 12;
    private const int Remembered = 5;

    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(90);

    private static readonly PasswordHasher<StaffMember> Hasher = new();

    // A hash that belongs to nobody: an unknown number takes as long as a wrong password.
    private static readonly string Nobody = Hasher.HashPassword(null!, Guid.NewGuid().ToString());

    public static string Hash(string password) => Hasher.HashPassword(null!, password);

    /// <summary>Takes the same time for a member whom nobody knows.</summary>
    public static PasswordMatch Match(StaffMember? member, string password) =>
        PasswordMatches.Of(Hasher.VerifyHashedPassword(null!, member?.PasswordHash ?? Nobody, password), known: member is not null);

    /// <summary>A first password, told to the member on paper.</summary>
    public static string New() => "Tb-" + System.Security.Cryptography.RandomNumberGenerator.GetString("ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789", 14);

    public static bool MustChange(StaffMember member, DateTimeOffset now) => member.PasswordChosenAt is not { } at || at + GoodFor < now;

    /// <summary>Why this may not be the member's next password; null: it may.</summary>
    public static Refusal? Check(StaffMember member, string password)
    {
        var kinds = new[] { password.Any(char.IsLower), password.Any(char.IsUpper), password.Any(char.IsDigit), password.Any(c => !char.IsLetterOrDigit(c)) }.Count(k => k);
        if (password.Length < Shortest || kinds < 3 || password.Distinct().Count() < 6
            || password.Contains(member.Number, StringComparison.OrdinalIgnoreCase) || password.Contains(member.Name, StringComparison.Ordinal)) return Refusals.StaffPasswordWeak;
        return member.EarlierPasswords.Split('\n', StringSplitOptions.RemoveEmptyEntries).Prepend(member.PasswordHash)
            .Any(hash => Hasher.VerifyHashedPassword(null!, hash, password) != PasswordVerificationResult.Failed) ? Refusals.StaffPasswordUsed : null;
    }

    public static void Set(StaffMember member, string password, DateTimeOffset now)
    {
        member.EarlierPasswords = string.Join('\n', member.EarlierPasswords.Split('\n', StringSplitOptions.RemoveEmptyEntries).Prepend(member.PasswordHash).Take(Remembered - 1));
        member.PasswordHash = Hash(password);
        member.PasswordChosenAt = now;
        member.Version++;
    }
}

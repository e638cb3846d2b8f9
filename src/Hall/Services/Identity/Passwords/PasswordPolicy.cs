using System.Reflection;
using Tongban.Hall.Platform.Outcomes;

namespace Tongban.Hall.Services.Identity.Passwords;

/// <summary>Citizens' passwords: long, not common, nothing of one's own number. No rotation, no prescribed kinds of characters.</summary>
public static class PasswordPolicy
{
    public const int Least = 10, Most = 200;

    private static readonly HashSet<string> Common = Read();

    /// <summary>Null: it may be used.</summary>
    /// <param name="own">What anybody may know of the person: citizen number, mobile.</param>
    public static Refusal? Refuse(string? password, params IEnumerable<string?> own)
    {
        if ((password ?? "").Length < Least) return Refusals.PasswordShort;
        if (password!.Length > Most) return Refusals.PasswordLong;
        var plain = password.ToLowerInvariant();
        if (own.Any(o => o is not null && Pieces(o).Any(piece => plain.Contains(piece, StringComparison.Ordinal)))) return Refusals.PasswordOwn;
        return IsCommon(plain) ? Refusals.PasswordCommon : null;
    }

    // A common word with figures, signs or itself behind it is as common as the word.
    private static bool IsCommon(string plain)
    {
        if (plain.Distinct().Count() < 5 || IsRun(plain) || Common.Contains(plain)) return true;
        var core = plain.Trim("0123456789!@#$%^&*._-+=?~ ".ToCharArray());
        if (core.Length == 0 || Common.Contains(core)) return true;
        return Enumerable.Range(2, 3).Any(n => core.Length % n == 0 && core == string.Concat(Enumerable.Repeat(core[..(core.Length / n)], n)));
    }

    // abcdefghij, 9876543210: each character the next of the one before.
    private static bool IsRun(string plain) =>
        Enumerable.Range(1, plain.Length - 1).Count(i => Math.Abs(plain[i] - plain[i - 1]) <= 1) >= plain.Length - 2;

    // Birth date and end of a citizen number, the end of a mobile number, and each as a whole.
    private static IEnumerable<string> Pieces(string own) => own.Length switch
    {
        18 => [own[6..14], own[^6..].ToLowerInvariant(), own[8..14]],
        11 => [own, own[^8..]],
        _ => own.Length >= 6 ? [own.ToLowerInvariant()] : [],
    };

    private static HashSet<string> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("common-passwords.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(l => l[0] != '#')];
    }
}

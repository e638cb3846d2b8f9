namespace Tongban.Codes;

/// <summary>What people type and paste: full-width digits of a Chinese keyboard, blanks and hyphens between groups, small letters.</summary>
internal static class Typed
{
    /// <summary>The text as a code would be written: half-width capitals, no blanks, no hyphens.</summary>
    public static string Clean(string? text) =>
        string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-').Select(c => char.ToUpperInvariant(Narrow(c))));

    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiDigit(c)) return false;
        return true;
    }

    // U+FF01 to U+FF5E are the full-width twins of ! to ~.
    private static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
}

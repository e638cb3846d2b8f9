using System.Security.Cryptography;

namespace Tongban.Codes;

/// <summary>查询码: eight characters that cannot be mistaken for one another, chosen at random.</summary>
public static class QueryCode
{
    // Digits and letters without 0/O, 1/I/L and U/V.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTWXYZ";

    /// <summary>A new code.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, 8);

    /// <summary>What was typed, as it would be kept: half-width capitals, no blanks, no hyphens.</summary>
    public static string Normalise(string? text) => Typed.Clean(text);
}

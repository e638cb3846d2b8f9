using System.Security.Cryptography;
using System.Text;
using Tongban.Sm;

namespace Tongban.Hall.Platform.Keys;

/// <summary>A secret that people write down and type: 80 random bits as K7QF-M2XD-9WTA-3HJB. Kept as its hash: there is nothing to guess.</summary>
public static class WrittenCode
{
    // Without I, L, O, U, which are misread.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Alphabet, 16).Chunk(4).Select(c => new string(c)));

    /// <param name="owner">Whose it is: the same code of another has another hash.</param>
    public static string Hash(Guid owner, string? typed) => Sm3.Hex(Encoding.UTF8.GetBytes($"{owner:N} {Plain(typed ?? "")}"));

    // As it comes back from paper: without hyphens and blanks, O for 0, l and I for 1.
    private static string Plain(string code) => string.Concat(code.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsLetterOrDigit)
        .Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c }));
}

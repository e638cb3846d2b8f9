using System.Security.Cryptography;

namespace Tongban.Sm;

internal static class Pem
{
    public static string Write(string label, byte[] der) => PemEncoding.WriteString(label, der) + "\n";

    public static byte[] Read(string label, string pem)
    {
        if (!PemEncoding.TryFind(pem, out var fields) || !pem[fields.Label].Equals(label, StringComparison.Ordinal))
            throw new FormatException($"Expected PEM text that begins with -----BEGIN {label}-----.");
        return Convert.FromBase64String(pem[fields.Base64Data]);
    }
}

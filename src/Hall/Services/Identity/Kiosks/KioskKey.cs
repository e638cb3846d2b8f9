using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Tongban.Hall.Services.Identity.Kiosks;

/// <summary>The public key of a kiosk, as its own screen shows it: base64 of a SubjectPublicKeyInfo, with or without PEM's lines.</summary>
internal static class KioskKey
{
    public static bool TryRead(string? text, [NotNullWhen(true)] out byte[]? key)
    {
        key = null;
        var plain = string.Concat((text ?? "").Split('\n').Where(l => !l.StartsWith("-----", StringComparison.Ordinal))).Replace(" ", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
        var bytes = new byte[plain.Length];
        if (plain.Length > 400 || !Convert.TryFromBase64String(plain, bytes, out var length)) return false;
        try
        {
            using var read = ECDsa.Create();
            read.ImportSubjectPublicKeyInfo(bytes.AsSpan(0, length), out var used);
            if (used != length || read.ExportParameters(false).Curve.Oid.Value != ECCurve.NamedCurves.nistP256.Oid.Value) return false;
            // Written anew: one key has one form.
            key = read.ExportSubjectPublicKeyInfo();
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    public static string HashOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key));
}

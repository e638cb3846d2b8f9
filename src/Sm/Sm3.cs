using System.Text;
using Org.BouncyCastle.Crypto.Digests;

namespace Tongban.Sm;

/// <summary>The SM3 hash: 256 bits (GB/T 32905-2016).</summary>
public static class Sm3
{
    /// <summary>The length of a hash, in bytes.</summary>
    public const int Size = 32;

    [ThreadStatic] private static SM3Digest? digest;

    /// <summary>Hashes the concatenation of the given pieces.</summary>
    /// <returns>32 bytes.</returns>
    public static byte[] Hash(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second = default, ReadOnlySpan<byte> third = default)
    {
        var sm3 = digest ??= new SM3Digest();
        sm3.BlockUpdate(first);
        sm3.BlockUpdate(second);
        sm3.BlockUpdate(third);
        var hash = new byte[Size];
        sm3.DoFinal(hash);
        return hash;
    }

    /// <summary>Hashes bytes.</summary>
    /// <returns>64 hexadecimal digits, lower case.</returns>
    public static string Hex(ReadOnlySpan<byte> data) => Convert.ToHexStringLower(Hash(data));

    /// <summary>Hashes the UTF-8 form of a text.</summary>
    /// <returns>64 hexadecimal digits, lower case.</returns>
    public static string Hex(string text) => Hex(Encoding.UTF8.GetBytes(text));
}

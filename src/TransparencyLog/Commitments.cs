using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Tongban.TransparencyLog;

/// <summary>Random bytes that keep a commitment from being guessed.</summary>
public static class Salt
{
    /// <summary>16 bytes from the system's random source.</summary>
    public static byte[] New() => RandomNumberGenerator.GetBytes(16);
}

/// <summary>A salted hash: it binds to data without telling it. Whoever is shown salt and data can check it;
/// once the salt is erased, it tells nothing.</summary>
public static class Commitment
{
    /// <summary>hash(length of salt as four bytes, most significant first; salt; data).
    /// The length keeps bytes from moving between salt and data.</summary>
    public static byte[] Of(LogHash hash, byte[] salt, ReadOnlySpan<byte> data)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, salt.Length);
        return hash.Of(length, salt, data);
    }
}

/// <summary>A keyed name for a person or case: the same for the same key, and telling nothing without it.</summary>
public static class Pseudonym
{
    /// <summary>The first 16 bytes of HMAC(key, domain, zero byte, identifier), in hexadecimal.</summary>
    /// <param name="hash">The hash of the log.</param>
    /// <param name="key">A secret of at least 16 bytes.</param>
    /// <param name="domain">What is named, such as "case": the same identifier in two domains has unrelated names.</param>
    /// <param name="identifier">Whom or what it names.</param>
    public static string Of(LogHash hash, byte[] key, string domain, string identifier) =>
        Convert.ToHexStringLower(hash.Mac(key, Encoding.UTF8.GetBytes($"{domain}\0{identifier}")).AsSpan(0, 16));
}

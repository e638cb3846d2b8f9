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
    /// <summary>hash(length of salt, salt, data).</summary>
    public static byte[] Of(LogHash hash, byte[] salt, ReadOnlySpan<byte> data) => hash.Of([(byte)salt.Length], salt, data);
}

/// <summary>A keyed name for a person or case: the same for the same key, and telling nothing without it.</summary>
public static class Pseudonym
{
    /// <summary>The first 16 bytes of hash(hash(key, domain), identifier), in hexadecimal.</summary>
    public static string Of(LogHash hash, byte[] key, string domain, string identifier)
    {
        var inner = hash.Of(key, Encoding.UTF8.GetBytes(domain));
        return Convert.ToHexStringLower(hash.Of(inner, Encoding.UTF8.GetBytes(identifier)).AsSpan(0, 16));
    }
}

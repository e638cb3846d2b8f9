using System.Security.Cryptography;
using Tongban.Sm;

namespace Tongban.TransparencyLog;

/// <summary>The hash of a log: leaves are hashed with the prefix 0x00, nodes with 0x01 (RFC 6962 §2.1).</summary>
public abstract class LogHash
{
    /// <summary>SM3 (GB/T 32905), the default.</summary>
    public static LogHash Sm3 { get; } = new Sm3Hash();

    /// <summary>SHA-256, as in the public logs.</summary>
    public static LogHash Sha256 { get; } = new Sha256Hash();

    /// <summary>"SM3" or "SHA-256".</summary>
    public abstract string Name { get; }

    /// <summary>The length of a hash, in bytes; 32 for both.</summary>
    public int Size => 32;

    /// <summary>The hash with this name; null when there is none.</summary>
    public static LogHash? Named(string? name) => name == Sm3.Name ? Sm3 : name == Sha256.Name ? Sha256 : null;

    /// <summary>The root of the tree without leaves: the hash of nothing.</summary>
    public byte[] Empty => Of([], []);

    /// <summary>Hashes a leaf's content.</summary>
    public byte[] Leaf(ReadOnlySpan<byte> content) => Of([0], content);

    /// <summary>Hashes two neighbours into their parent.</summary>
    public byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => Of([1], left, right);

    /// <summary>Hashes the concatenation of up to three pieces.</summary>
    public abstract byte[] Of(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third = default);

    // HMAC (RFC 2104); the block of both hashes is 64 bytes.
    internal byte[] Mac(byte[] key, ReadOnlySpan<byte> message)
    {
        const int block = 64;
        Span<byte> inner = stackalloc byte[block], outer = stackalloc byte[block];
        inner.Clear();
        (key.Length > block ? Of(key, []) : key).CopyTo(inner);
        for (var i = 0; i < block; i++) (inner[i], outer[i]) = ((byte)(inner[i] ^ 0x36), (byte)(inner[i] ^ 0x5c));
        return Of(outer, Of(inner, message));
    }

    private sealed class Sm3Hash : LogHash
    {
        public override string Name => "SM3";

        public override byte[] Of(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third) =>
            Tongban.Sm.Sm3.Hash(first, second, third);
    }

    private sealed class Sha256Hash : LogHash
    {
        public override string Name => "SHA-256";

        public override byte[] Of(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third)
        {
            var length = first.Length + second.Length + third.Length;
            var all = length <= 128 ? stackalloc byte[length] : new byte[length];
            first.CopyTo(all);
            second.CopyTo(all[first.Length..]);
            third.CopyTo(all[(first.Length + second.Length)..]);
            return SHA256.HashData(all);
        }
    }
}

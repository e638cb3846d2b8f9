using System.Security.Cryptography;
using System.Text;
using Tongban.Sm;

namespace Tongban.Hall.Platform;

/// <summary>Identifiers after RFC 9562 version 7 that never run backwards within this process:
/// 48 bits of milliseconds, a 26-bit counter that starts anew at random, 48 random bits.</summary>
public static class Ids
{
    private static readonly Lock Gate = new();
    private static long lastMilliseconds;
    private static uint counter;

    public static Guid Next(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[10..]);
        var (milliseconds, count) = Advance(now.ToUnixTimeMilliseconds());
        for (var i = 0; i < 6; i++) bytes[i] = (byte)(milliseconds >> (40 - 8 * i));
        bytes[6] = (byte)(0x70 | count >> 22);
        bytes[7] = (byte)(count >> 14);
        bytes[8] = (byte)(0x80 | count >> 8 & 0x3F);
        bytes[9] = (byte)count;
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The same identifier for the same text, for work that may be asked for again: version 8, from SM3.</summary>
    public static Guid Named(string text)
    {
        Span<byte> bytes = Sm3.Hash(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16);
        bytes[6] = (byte)(0x80 | bytes[6] & 0x0F);
        bytes[8] = (byte)(0x80 | bytes[8] & 0x3F);
        return new Guid(bytes, bigEndian: true);
    }

    private static (long Milliseconds, uint Count) Advance(long milliseconds)
    {
        lock (Gate)
        {
            if (milliseconds > lastMilliseconds)
            {
                lastMilliseconds = milliseconds;
                counter = (uint)RandomNumberGenerator.GetInt32(1 << 20);
            }
            else if (++counter >= 1u << 26)
            {
                lastMilliseconds++;
                counter = 0;
            }
            return (lastMilliseconds, counter);
        }
    }
}

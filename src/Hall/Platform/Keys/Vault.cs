using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tongban.TransparencyLog;

namespace Tongban.Hall.Platform.Keys;

/// <summary>Seals personal data for the time it lies somewhere, each value to its place: a value that is moved, swapped or changed
/// does not open. AES-256-GCM with a key of its own for each kind of place, derived from the data key by HKDF-SHA256.</summary>
public sealed class Vault(HallKeys keys)
{
    public const string KeyFile = "data.keys", IndexKeyFile = "index.key";

    private const byte Version = 1;
    private const string Prefix = "§1.";
    private const int Nonce = 12, Tag = 16;

    private readonly ConcurrentDictionary<(int Key, string Kind), byte[]> derived = [];
    private readonly byte[] indexKey = keys.Secret(IndexKeyFile);
    private DataKeys data = DataKeys.Read(keys);

    /// <summary>The number of the key with which values are sealed now.</summary>
    public int Current => data.Current;

    /// <summary>Seals a text. It opens only at the same place.</summary>
    /// <param name="kind">Table and column.</param>
    /// <param name="key">The row's key.</param>
    public string Seal(string text, string kind, string key)
    {
        var now = data;
        return string.Create(CultureInfo.InvariantCulture, $"{Prefix}{now.Current}.{Base64Url.EncodeToString(Encrypt(Encoding.UTF8.GetBytes(text), now.Current, kind, key))}");
    }

    /// <exception cref="DamagedValueException">It was changed, or belongs elsewhere, or its key is gone.</exception>
    public string Open(string envelope, string kind, string key)
    {
        if (KeyOf(envelope) is not { } number) throw new DamagedValueException(kind, key);
        var body = envelope.AsSpan(envelope.IndexOf('.', Prefix.Length) + 1);
        if (!Base64Url.IsValid(body)) throw new DamagedValueException(kind, key);
        return Encoding.UTF8.GetString(Decrypt(Base64Url.DecodeFromChars(body), number, kind, key));
    }

    /// <summary>Seals bytes: one for the version, four for the key's number, then nonce, content, tag.</summary>
    public byte[] Seal(ReadOnlySpan<byte> content, string kind, string key)
    {
        var number = data.Current;
        return [Version, .. BitConverter.GetBytes(number), .. Encrypt(content, number, kind, key)];
    }

    /// <exception cref="DamagedValueException">It was changed, or belongs elsewhere, or its key is gone.</exception>
    public byte[] Open(ReadOnlySpan<byte> envelope, string kind, string key) => envelope.Length >= 5 + Nonce + Tag && envelope[0] == Version
        ? Decrypt(envelope[5..], BitConverter.ToInt32(envelope[1..5]), kind, key) : throw new DamagedValueException(kind, key);

    /// <summary>The number of the key under which a text was sealed; null: it is no sealed text.</summary>
    public static int? KeyOf(string envelope) =>
        envelope.StartsWith(Prefix, StringComparison.Ordinal) && envelope.IndexOf('.', Prefix.Length) is > 0 and var end
        && int.TryParse(envelope.AsSpan(Prefix.Length, end - Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static int? KeyOf(ReadOnlySpan<byte> envelope) => envelope.Length >= 5 && envelope[0] == Version ? BitConverter.ToInt32(envelope[1..5]) : null;

    /// <summary>盲索引: what a value is found by without being kept: the same for the same value, and nothing to whoever lacks the key.</summary>
    public string Index(string kind, string value) => Pseudonym.Of(LogHash.Sm3, indexKey, kind, value);

    /// <summary>Reads the keys anew: another process may have added one.</summary>
    public void Refresh() => data = DataKeys.Read(keys);

    private byte[] Encrypt(ReadOnlySpan<byte> plain, int number, string kind, string key)
    {
        var all = new byte[Nonce + plain.Length + Tag];
        RandomNumberGenerator.Fill(all.AsSpan(0, Nonce));
        using var aes = new AesGcm(DerivedFor(number, kind)!, Tag);
        aes.Encrypt(all.AsSpan(0, Nonce), plain, all.AsSpan(Nonce, plain.Length), all.AsSpan(^Tag..), Place(kind, key));
        return all;
    }

    private byte[] Decrypt(ReadOnlySpan<byte> all, int number, string kind, string key)
    {
        if (all.Length < Nonce + Tag || DerivedFor(number, kind) is not { } secret) throw new DamagedValueException(kind, key);
        var plain = new byte[all.Length - Nonce - Tag];
        using var aes = new AesGcm(secret, Tag);
        try
        {
            aes.Decrypt(all[..Nonce], all[Nonce..^Tag], all[^Tag..], plain, Place(kind, key));
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new DamagedValueException(kind, key);
        }
    }

    private byte[]? DerivedFor(int number, string kind)
    {
        if (derived.TryGetValue((number, kind), out var known)) return known;
        if (data.Find(number) is null) Refresh();
        return data.Find(number) is { } secret
            ? derived[(number, kind)] = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: Encoding.UTF8.GetBytes(kind)) : null;
    }

    private static byte[] Place(string kind, string key) => Encoding.UTF8.GetBytes($"{kind}/{key}");
}

using System.Globalization;
using System.Text;
using Tongban.Sm;

namespace Tongban.TransparencyLog;

/// <summary>How long a log is and what its root is, at a time: the text that is signed is
/// origin, size, root in base64 and time, each on a line (the layout of C2SP tlog-checkpoint with one extension line).</summary>
public sealed record Checkpoint(string Origin, long Size, byte[] Root, DateTimeOffset Time)
{
    /// <summary>The text that is signed; ends with a line feed.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture,
        $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\ntime {Time.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}\n");

    /// <summary>Signs the checkpoint with SM2.</summary>
    /// <param name="key">The log's key.</param>
    /// <param name="name">The signer's name in the signature line; no blanks, no plus sign.</param>
    public SignedCheckpoint Sign(Sm2Key key, string name)
    {
        byte[] signed = [.. KeyHint(name, key.PublicKey), .. key.Sign(Encoding.UTF8.GetBytes(Text))];
        return new SignedCheckpoint(this, $"{Text}\n— {name} {Convert.ToBase64String(signed)}\n");
    }

    internal static byte[] KeyHint(string name, Sm2PublicKey key) =>
        Sm3.Hash(Encoding.UTF8.GetBytes(name + "\n"), key.SubjectPublicKeyInfo)[..4];
}

/// <summary>A checkpoint with its signature, as text that can be printed and kept.</summary>
public sealed record SignedCheckpoint(Checkpoint Checkpoint, string Text)
{
    /// <summary>Reads a signed checkpoint; null when the text is not one.</summary>
    public static SignedCheckpoint? Parse(string? text)
    {
        if (text is not { Length: < 4096 }) return null;
        var lines = text.Split('\n');
        if (lines is not [var origin, var size, var root, var time, "", var signature, ""]) return null;
        var rootBytes = new byte[32];
        if (!long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            || !Convert.TryFromBase64String(root, rootBytes, out var length) || length != 32
            || !time.StartsWith("time ", StringComparison.Ordinal)
            || !DateTimeOffset.TryParse(time.AsSpan(5), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            || !signature.StartsWith("— ", StringComparison.Ordinal)) return null;
        var checkpoint = new Checkpoint(origin, n, rootBytes, at);
        return text.StartsWith(checkpoint.Text + "\n", StringComparison.Ordinal) ? new SignedCheckpoint(checkpoint, text) : null;
    }

    /// <summary>Whether the signature line is this key's.</summary>
    public bool Verify(Sm2PublicKey key)
    {
        var words = Text[(Checkpoint.Text.Length + 1)..].TrimEnd('\n').Split(' ');
        if (words is not ["—", var name, var base64]) return false;
        var signed = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, signed, out var length) && length > 4
            && signed.AsSpan(0, 4).SequenceEqual(Checkpoint.KeyHint(name, key))
            && key.Verify(Encoding.UTF8.GetBytes(Checkpoint.Text), signed[4..length]);
    }
}

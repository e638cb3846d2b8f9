using System.Globalization;
using System.Text;
using Tongban.Sm;

namespace Tongban.TransparencyLog;

/// <summary>How long a log is and what its root is, at a time.</summary>
/// <param name="Origin">The log's name: one line, not empty.</param>
/// <param name="Size">In leaves.</param>
/// <param name="Root">The root of the tree over these leaves.</param>
/// <param name="Time">When it was so; kept to the millisecond.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root, DateTimeOffset Time)
{
    /// <summary>The text that is signed: origin, size, root in base64 and time, each on a line that ends with a line feed
    /// (C2SP tlog-checkpoint with one extension line).</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture,
        $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\ntime {UtcTime.Write(Time)}\n");

    /// <summary>Signs the checkpoint with SM2 (C2SP signed-note, with an SM2 key hint).</summary>
    /// <param name="key">The log's key.</param>
    /// <param name="name">The signer's name in the signature line: no blanks, no plus sign.</param>
    /// <exception cref="ArgumentException">The name or the origin cannot stand in a line of its own.</exception>
    public SignedCheckpoint Sign(Sm2Key key, string name)
    {
        if (name.Length == 0 || name.Any(c => char.IsWhiteSpace(c) || c == '+'))
            throw new ArgumentException("A signer's name has no blanks and no plus sign.", nameof(name));
        if (Origin.Length == 0 || Origin.Contains('\n', StringComparison.Ordinal))
            throw new ArgumentException("An origin is one line of text.", nameof(name));
        var signature = new NoteSignature(name, NoteSignature.HintOf(name, key.PublicKey), key.Sign(Encoding.UTF8.GetBytes(Text)));
        return new SignedCheckpoint(this, [signature]);
    }
}

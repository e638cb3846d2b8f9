using System.Text;
using Tongban.Sm;

namespace Tongban.TransparencyLog;

/// <summary>A signature line of a signed note: a dash, the signer's name, and base64 of key hint and signature.</summary>
internal sealed record NoteSignature(string Name, byte[] Hint, byte[] Signature)
{
    private const int HintSize = 4;

    /// <summary>The first bytes of SM3(name, line feed, SubjectPublicKeyInfo): which key to try.</summary>
    public static byte[] HintOf(string name, Sm2PublicKey key) =>
        Sm3.Hash(Encoding.UTF8.GetBytes(name + "\n"), key.SubjectPublicKeyInfo)[..HintSize];

    public static NoteSignature? Parse(string line)
    {
        if (line.Split(' ') is not ["—", { Length: > 0 } name, var base64]) return null;
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length) || length <= HintSize) return null;
        var signature = new NoteSignature(name, bytes[..HintSize], bytes[HintSize..length]);
        // Base64 has spare bits: only the one spelling counts.
        return signature.ToString() == line ? signature : null;
    }

    public bool Verify(string text, Sm2PublicKey key) =>
        Hint.AsSpan().SequenceEqual(HintOf(Name, key)) && key.Verify(Encoding.UTF8.GetBytes(text), Signature);

    public override string ToString() => $"— {Name} {Convert.ToBase64String([.. Hint, .. Signature])}";
}

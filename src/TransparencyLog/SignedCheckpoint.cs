using System.Globalization;
using Tongban.Sm;

namespace Tongban.TransparencyLog;

/// <summary>A checkpoint with its signatures, as text that can be printed and kept.</summary>
public sealed class SignedCheckpoint
{
    private const int Longest = 8192;
    private const int RootSize = 32;

    private readonly IReadOnlyList<NoteSignature> signatures;

    internal SignedCheckpoint(Checkpoint checkpoint, IReadOnlyList<NoteSignature> signatures) =>
        (Checkpoint, this.signatures) = (checkpoint, signatures);

    /// <summary>What is signed.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>The checkpoint's text, an empty line, and a line for each signature.</summary>
    public string Text => $"{Checkpoint.Text}\n{string.Concat(signatures.Select(s => s + "\n"))}";

    /// <summary>Reads a signed checkpoint. Signatures are not checked here.</summary>
    public static Reading<SignedCheckpoint> Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return Problems.CheckpointMissing;
        if (text.Length > Longest) return Problems.CheckpointLong;
        var gap = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (gap < 0 || gap + 2 >= text.Length || text[^1] != '\n') return Problems.CheckpointParts;
        var checkpoint = ParseBody(text[..(gap + 1)]);
        if (!checkpoint.Ok) return checkpoint.Problem;
        var signatures = text[(gap + 2)..^1].Split('\n').Select(NoteSignature.Parse).ToList();
        return signatures.Contains(null) ? Problems.CheckpointSignature : new SignedCheckpoint(checkpoint.Value, signatures!);
    }

    /// <summary>Whether one of the signatures is this key's and holds. Signatures of others are passed over.</summary>
    public bool Verify(Sm2PublicKey key) => signatures.Any(s => s.Verify(Checkpoint.Text, key));

    private static Reading<Checkpoint> ParseBody(string body)
    {
        if (body.Split('\n') is not [{ Length: > 0 } origin, var size, var root, var time, ""]) return Problems.CheckpointLines;
        if (!long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            || n.ToString(CultureInfo.InvariantCulture) != size) return Problems.CheckpointSize;
        var bytes = new byte[RootSize];
        if (!Convert.TryFromBase64String(root, bytes, out var length) || length != RootSize
            || Convert.ToBase64String(bytes) != root) return Problems.CheckpointRoot;
        if (!time.StartsWith("time ", StringComparison.Ordinal) || !UtcTime.TryRead(time.AsSpan(5), out var at)) return Problems.CheckpointTime;
        return new Checkpoint(origin, n, bytes, at);
    }
}

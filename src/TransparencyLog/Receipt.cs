using System.Text;
using System.Text.Json.Serialization;
using Tongban.Sm;

namespace Tongban.TransparencyLog;

/// <summary>What an applicant keeps: proof of the history of a case, checkable without us.</summary>
public sealed record Receipt
{
    private const string TheFormat = "tongban-receipt/1";

    /// <summary>"tongban-receipt/1".</summary>
    [JsonRequired]
    public string Format { get; init; } = TheFormat;

    /// <summary>The log's name.</summary>
    public required string Origin { get; init; }

    /// <summary>The log's hash: "SM3".</summary>
    public required string Hash { get; init; }

    /// <summary>办件编号.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>When it was made; kept to the millisecond.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The steps, oldest first.</summary>
    public required IReadOnlyList<ReceiptEntry> Entries { get; init; }

    /// <summary>The signed checkpoint that the proofs lead to; null: none yet.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>The log's public key in PEM. Compare it with the published one.</summary>
    [JsonRequired]
    public string PublicKey { get; init; } = "";

    /// <summary>The log's SM2 signature (DER) over <see cref="PromiseText"/>: these leaves, in this order,
    /// are the history of this case, and each is or will be in the log.</summary>
    [JsonRequired]
    public byte[] Promise { get; init; } = [];

    /// <summary>What the promise signs: the word tongban-promise, origin, hash, case number, time of issue in UTC
    /// and the hash of each leaf in hexadecimal, each on a line that ends with a line feed.</summary>
    /// <exception cref="InvalidOperationException">The hash is unknown.</exception>
    public string PromiseText()
    {
        var hash = LogHash.Named(Hash) ?? throw new InvalidOperationException($"Unknown hash {Hash}.");
        var text = new StringBuilder($"tongban-promise\n{Origin}\n{Hash}\n{CaseNumber}\n{UtcTime.Write(IssuedAt)}\n");
        foreach (var entry in Entries) text.Append(Convert.ToHexStringLower(hash.Leaf(entry.Leaf))).Append('\n');
        return text.ToString();
    }

    /// <summary>The same receipt with the log's promise and public key.</summary>
    public Receipt Sign(Sm2Key key) =>
        this with { PublicKey = key.PublicKey.ToPem(), Promise = key.Sign(Encoding.UTF8.GetBytes(PromiseText())) };

    /// <summary>The receipt as a file.</summary>
    public string ToJson() => StrictJson.Write(this);

    /// <summary>Reads a receipt. Nothing is proved by that: see <see cref="Verify"/>.</summary>
    public static Reading<Receipt> Read(string json) => StrictJson.Read<Receipt>(json, receipt =>
        receipt.Format != TheFormat ? Problems.NotReceipt
        : receipt.Origin.Any(char.IsControl) || receipt.CaseNumber.Any(char.IsControl) ? Problems.NotLine
        : receipt.Entries.Any(e => e is null || e.Proof is { } proof && proof.Path.Contains(null!)) ? Problems.Gap
        : null);

    /// <summary>Checks everything that can be checked offline. Never throws.
    /// The receipt as a whole is as good as its worst finding.</summary>
    /// <param name="trusted">The log's key as published; null: the receipt's own, and a finding says so.</param>
    public IReadOnlyList<ProofFinding> Verify(Sm2PublicKey? trusted) => ReceiptCheck.Run(this, trusted);
}

/// <summary>One step of a case in a receipt.</summary>
public sealed record ReceiptEntry
{
    /// <summary>The leaf's bytes.</summary>
    public required byte[] Leaf { get; init; }

    /// <summary>What the leaf's payload commitment opens to; null: not shown, or erased.</summary>
    public Opening? Opening { get; init; }

    /// <summary>Proof of inclusion under the receipt's checkpoint; null: not sequenced yet.</summary>
    public InclusionProof? Proof { get; init; }
}

/// <summary>What opens a commitment.</summary>
/// <param name="Salt">The salt.</param>
/// <param name="Payload">The data, as text.</param>
public sealed record Opening(byte[] Salt, string Payload)
{
    /// <summary>Whether it opens this commitment.</summary>
    /// <param name="hash">The log's hash.</param>
    /// <param name="commitment">In hexadecimal, lower case.</param>
    public bool Opens(LogHash hash, string commitment) =>
        Convert.ToHexStringLower(Commitment.Of(hash, Salt, Encoding.UTF8.GetBytes(Payload))) == commitment;
}

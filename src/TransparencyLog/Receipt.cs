using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tongban.Sm;

namespace Tongban.TransparencyLog;

/// <summary>One step of a case in a receipt: the leaf, what its commitment opens to, the log's promise, and the proof once there is one.</summary>
public sealed record ReceiptEntry
{
    /// <summary>The leaf's bytes.</summary>
    public required byte[] Leaf { get; init; }

    /// <summary>The salt of the commitments.</summary>
    public required byte[] Salt { get; init; }

    /// <summary>What the payload commitment opens to.</summary>
    public required string Payload { get; init; }

    /// <summary>The log's signature over <see cref="Receipt.PromiseText"/>: this leaf is or will be in the log.</summary>
    public required byte[] Promise { get; init; }

    /// <summary>Proof of inclusion under the receipt's checkpoint; null: not sequenced yet.</summary>
    public InclusionProof? Proof { get; init; }
}

/// <summary>What an applicant keeps: proof of the history of a case, checkable without us.</summary>
public sealed record Receipt
{
    /// <summary>"tongban-receipt/1".</summary>
    public string Format { get; init; } = "tongban-receipt/1";

    /// <summary>The log's name.</summary>
    public required string Origin { get; init; }

    /// <summary>The log's hash: "SM3".</summary>
    public required string Hash { get; init; }

    /// <summary>办件编号.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The log's public key in PEM. Compare it with the published one.</summary>
    public required string PublicKey { get; init; }

    /// <summary>The steps, oldest first.</summary>
    public required IReadOnlyList<ReceiptEntry> Entries { get; init; }

    /// <summary>The signed checkpoint that the proofs lead to; null: none yet.</summary>
    public string? Checkpoint { get; init; }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>What a promise signs.</summary>
    public static byte[] PromiseText(string origin, byte[] leafHash) =>
        Encoding.UTF8.GetBytes($"tongban-promise\n{origin}\n{Convert.ToHexStringLower(leafHash)}\n");

    /// <summary>The receipt as a file.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads a receipt; null when the text is not one.</summary>
    public static Receipt? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Receipt>(text, Json) is { Format: "tongban-receipt/1", Entries: not null } receipt
                && receipt.Entries.All(e => e is { Leaf: not null, Salt: not null, Payload: not null, Promise: not null } && e.Proof is null or { Path: not null })
                && receipt is { Origin: not null, Hash: not null, PublicKey: not null, CaseNumber: not null } ? receipt : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Checks everything that can be checked offline. Never throws.</summary>
    /// <param name="trusted">The log's key as published; null: the receipt's own, and a finding says so.</param>
    public IReadOnlyList<ReceiptFinding> Verify(Sm2PublicKey? trusted)
    {
        if (LogHash.Named(Hash) is not { } hash) return [Failed($"不认识散列算法 {Hash}", $"Unknown hash {Hash}")];
        if (Key(trusted) is not { } key) return [Failed("收据里的公钥读不出来", "The receipt's public key cannot be read")];
        var findings = new List<ReceiptFinding>
        {
            trusted is null
                ? new(ReceiptState.Pending, "用的是收据自带的公钥；请和网站公布的核对", "Checked with the key inside the receipt; compare it with the published one")
                : new(ReceiptState.Proved, "用的是您给的公钥", "Checked with the key that you gave"),
        };
        var checkpoint = SignedCheckpoint.Parse(Checkpoint);
        var signed = checkpoint is not null && checkpoint.Checkpoint.Origin == Origin && checkpoint.Verify(key);
        if (Checkpoint is not null)
            findings.Add(signed
                ? new(ReceiptState.Proved, $"账本检查点的签名有效，账本长 {checkpoint!.Checkpoint.Size}", $"The checkpoint's signature holds; the ledger has {checkpoint.Checkpoint.Size} entries")
                : Failed("账本检查点的签名无效", "The checkpoint's signature does not hold"));
        for (var i = 0; i < Entries.Count; i++) findings.Add(Check(i, hash, key, signed ? checkpoint!.Checkpoint : null));
        return findings;
    }

    private Sm2PublicKey? Key(Sm2PublicKey? trusted)
    {
        try
        {
            return trusted ?? Sm2PublicKey.FromPem(PublicKey);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private ReceiptFinding Check(int number, LogHash hash, Sm2PublicKey key, Checkpoint? checkpoint)
    {
        var entry = Entries[number];
        var (zh, en) = ($"第 {number + 1} 步", $"Step {number + 1}");
        if (TransparencyLog.Leaf.Decode(entry.Leaf) is not { } leaf) return Failed($"{zh}：叶子读不出来", $"{en}: the leaf cannot be read");
        (zh, en) = ($"{zh}（{leaf.Event}，{leaf.At.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)}）", $"{en} ({leaf.Event}, {leaf.At.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)})");
        var leafHash = hash.Leaf(entry.Leaf);
        if (Convert.ToHexStringLower(Commitment.Of(hash, entry.Salt, Encoding.UTF8.GetBytes(entry.Payload))) != leaf.Payload)
            return Failed($"{zh}：内容和承诺对不上", $"{en}: its content does not fit the commitment");
        if (!key.Verify(PromiseText(Origin, leafHash), entry.Promise))
            return Failed($"{zh}：账本的签名无效", $"{en}: the ledger's signature does not hold");
        if (entry.Proof is null)
            return new(ReceiptState.Pending, $"{zh}：账本已签名承诺，还没有排进检查点，稍后再下载一次", $"{en}: promised and signed, not yet under a checkpoint; download again later");
        return checkpoint is not null && entry.Proof.Size == checkpoint.Size && entry.Proof.Verify(hash, leafHash, checkpoint.Root)
            ? new(ReceiptState.Proved, $"{zh}：在账本第 {entry.Proof.Index} 位，证明有效", $"{en}: entry {entry.Proof.Index} of the ledger, the proof holds")
            : Failed($"{zh}：在账本里的证明无效", $"{en}: its proof does not hold");
    }

    private static ReceiptFinding Failed(string zh, string en) => new(ReceiptState.Failed, zh, en);
}

/// <summary>How one check of a receipt came out.</summary>
public enum ReceiptState
{
    /// <summary>It holds.</summary>
    Proved,
    /// <summary>Nothing is wrong, but it cannot be proved yet.</summary>
    Pending,
    /// <summary>It does not hold.</summary>
    Failed,
}

/// <summary>One check of a receipt, in both languages.</summary>
public sealed record ReceiptFinding(ReceiptState State, string Zh, string En);

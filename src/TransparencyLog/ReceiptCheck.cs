using System.Globalization;
using System.Text;
using Tongban.Sm;
using static Tongban.TransparencyLog.ProofFinding;

namespace Tongban.TransparencyLog;

/// <summary>The checks of a receipt: whose key, is it promised, does the checkpoint hold, is each step what it says and in the log.</summary>
internal sealed class ReceiptCheck
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    private readonly Receipt receipt;
    private readonly LogHash hash;
    private readonly Sm2PublicKey key;
    private readonly bool promised;
    private readonly SignedCheckpoint? checkpoint;

    private ReceiptCheck(Receipt receipt, LogHash hash, Sm2PublicKey key)
    {
        (this.receipt, this.hash, this.key) = (receipt, hash, key);
        promised = key.Verify(Encoding.UTF8.GetBytes(receipt.PromiseText()), receipt.Promise);
        checkpoint = SignedCheckpoint.Parse(receipt.Checkpoint).Value is { } signed
            && signed.Checkpoint.Origin == receipt.Origin && signed.Verify(key) ? signed : null;
    }

    public static IReadOnlyList<ProofFinding> Run(Receipt receipt, Sm2PublicKey? trusted)
    {
        if (LogHash.Named(receipt.Hash) is not { } hash)
            return [Failed($"不认识散列算法 {receipt.Hash}", $"Unknown hash {receipt.Hash}")];
        if (OwnKey(receipt.PublicKey) is not { } own)
            return [Failed("收据里的公钥读不出来", "The receipt's public key cannot be read")];
        var check = new ReceiptCheck(receipt, hash, trusted ?? own);
        return [WhoseKey(own, trusted), check.Promise(), check.Log(), .. check.Steps()];
    }

    // The key in its one spelling.
    private static Sm2PublicKey? OwnKey(string pem)
    {
        try
        {
            return Sm2PublicKey.FromPem(pem) is var key && key.ToPem() == pem ? key : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static ProofFinding WhoseKey(Sm2PublicKey own, Sm2PublicKey? trusted) => trusted is null
        ? Pending("用的是收据自带的公钥；请和账本公布的公钥核对", "Checked with the key inside the receipt; compare it with the ledger's published key")
        : own.SubjectPublicKeyInfo.AsSpan().SequenceEqual(trusted.SubjectPublicKeyInfo)
            ? Proved("收据的公钥就是您给的公钥", "The receipt's key is the one that you gave")
            : Failed("收据里的公钥不是您给的公钥", "The receipt's key is not the one that you gave");

    private ProofFinding Promise() => receipt.Entries.Count == 0
        ? Failed("收据里没有任何一步", "The receipt holds no step")
        : promised
            ? Proved($"账本签名承诺了这 {receipt.Entries.Count} 步，签名有效", $"The ledger signed for these steps ({receipt.Entries.Count}); its signature holds")
            : Failed("账本对这份收据的签名无效：收据被改过，或不是这个账本给的", "The ledger's signature on this receipt does not hold: it was changed, or is not from this ledger");

    private ProofFinding Log() => checkpoint is { Checkpoint: var head }
        ? Proved($"账本检查点的签名有效，账本长 {head.Size}", $"The checkpoint's signature holds; the ledger has {head.Size} entries")
        : receipt.Checkpoint is null
            ? Pending("收据里还没有账本检查点", "The receipt has no checkpoint of the ledger yet")
            : SignedCheckpoint.Parse(receipt.Checkpoint).Problem is { } problem
                ? Failed($"账本检查点读不出来：{problem.Zh}", $"The checkpoint cannot be read: {problem.En}")
                : Failed("账本检查点的签名无效，或属于别的账本", "The checkpoint's signature does not hold, or it is another ledger's");

    private IEnumerable<ProofFinding> Steps()
    {
        string? first = null;
        for (var i = 0; i < receipt.Entries.Count; i++)
        {
            var (zh, en) = ($"第 {i + 1} 步", $"Step {i + 1}");
            var leaf = Leaf.Decode(receipt.Entries[i].Leaf);
            if (!leaf.Ok)
            {
                yield return Failed($"{zh}：{leaf.Problem.Zh}", $"{en}: {leaf.Problem.En}");
                continue;
            }
            first ??= leaf.Value.Case;
            var at = leaf.Value.At.ToOffset(China).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            yield return Step(receipt.Entries[i], leaf.Value, first, $"{zh}（{leaf.Value.Event}，{at}）", $"{en} ({leaf.Value.Event}, {at})");
        }
    }

    private ProofFinding Step(ReceiptEntry entry, Leaf leaf, string? theCase, string zh, string en)
    {
        if (leaf.Case is null || leaf.Case != theCase)
            return Failed($"{zh}：不是同一个办件的", $"{en}: it is not of the same case");
        if (entry.Opening is { } opening && !opening.Opens(hash, leaf.Payload))
            return Failed($"{zh}：内容和账本里的承诺对不上", $"{en}: its content does not fit the commitment in the ledger");
        return Place(entry, entry.Opening is null ? $"{zh}（未出示内容）" : zh, entry.Opening is null ? $"{en} (content not shown)" : en);
    }

    private ProofFinding Place(ReceiptEntry entry, string zh, string en)
    {
        if (entry.Proof is not { } proof)
            return promised
                ? Pending($"{zh}：账本已签名承诺，还没有证明，请稍后再下载一次", $"{en}: promised and signed, not yet proved; download the receipt again later")
                : Failed($"{zh}：既没有证明，也没有有效的承诺", $"{en}: neither proved nor validly promised");
        return checkpoint is { Checkpoint: var head } && proof.Size == head.Size && proof.Verify(hash, hash.Leaf(entry.Leaf), head.Root)
            ? Proved($"{zh}：账本序号 {proof.Index}，证明有效", $"{en}: entry no. {proof.Index} of the ledger, the proof holds")
            : Failed($"{zh}：在账本里的证明无效", $"{en}: its proof of being in the ledger does not hold");
    }
}

using Tongban.Sm;
using Tongban.TransparencyLog;
using static Tongban.TransparencyLog.ProofFinding;

namespace Tongban.Verify;

/// <summary>Whether a ledger only grew between two checkpoints. Each may be a checkpoint's text or a receipt that holds one.</summary>
internal static class CheckpointCommand
{
    public static int Run(string oldFile, string newFile, string proofFile, string? keyFile, TextWriter output)
    {
        var key = InputFile.Key(keyFile);
        var (older, newer) = (Read(oldFile), Read(newFile));
        if (!older.Ok) return Outcome.Unreadable(output, oldFile, older.Problem);
        if (!newer.Ok) return Outcome.Unreadable(output, newFile, newer.Problem);
        var proof = ConsistencyProof.Read(InputFile.Text(proofFile));
        if (!proof.Ok) return Outcome.Unreadable(output, proofFile, proof.Problem);
        return Outcome.Tell(output,
            Signature(older.Value, key, "旧", "The old"),
            Signature(newer.Value, key, "新", "The new"),
            Growth(older.Value.Checkpoint, newer.Value.Checkpoint, proof.Value));
    }

    private static Reading<SignedCheckpoint> Read(string file)
    {
        var text = InputFile.Text(file);
        if (!text.StartsWith('{')) return SignedCheckpoint.Parse(text);
        var receipt = Receipt.Read(text);
        return receipt.Ok ? SignedCheckpoint.Parse(receipt.Value.Checkpoint) : receipt.Problem;
    }

    private static ProofFinding Signature(SignedCheckpoint signed, Sm2PublicKey? key, string zh, string en) => key is null
        ? Pending($"没有给公钥，没有查{zh}检查点的签名", $"{en} checkpoint's signature was not checked: no key was given")
        : signed.Verify(key)
            ? Proved($"{zh}检查点（长 {signed.Checkpoint.Size}）的签名有效", $"{en} checkpoint's signature holds (size {signed.Checkpoint.Size})")
            : Failed($"{zh}检查点的签名无效", $"{en} checkpoint's signature does not hold");

    private static ProofFinding Growth(Checkpoint older, Checkpoint newer, ConsistencyProof proof) =>
        older.Origin != newer.Origin
            ? Failed("两个检查点不是同一个账本的", "The checkpoints are of different ledgers")
            : proof.First != older.Size || proof.Second != newer.Size
                ? Failed($"这个证明说的是从 {proof.First} 到 {proof.Second}，不是这两个检查点", $"The proof speaks of sizes {proof.First} to {proof.Second}, not of these checkpoints")
                : proof.Verify(LogHash.Sm3, older.Root, newer.Root)
                    ? Proved($"账本从 {older.Size} 到 {newer.Size} 只增不改", $"From {older.Size} to {newer.Size} entries the ledger only grew")
                    : Failed("证明不成立：前面的账可能被改过", "The proof does not hold: earlier entries may have been changed");
}

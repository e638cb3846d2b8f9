using System.Text;
using CsCheck;
using Tongban.Sm;

namespace Tongban.TransparencyLog.Tests;

public class ReceiptTests
{
    private static readonly Sm2Key Key = TestReceipts.Key;

    [Fact]
    public async Task ProvedReceipt_HoldsWithThePublishedKey()
    {
        var read = Receipt.Read((await TestReceipts.ProvedAsync()).ToJson()).Value!;
        var findings = read.Verify(Key.PublicKey);

        Assert.All(findings, f => Assert.Equal(ProofState.Proved, f.State));
        Assert.Equal(["第 2 步（CaseDecided，2026-01-31 16:00:01）：账本序号 401，证明有效", "Step 2 (CaseDecided, 2026-01-31 16:00:01): entry no. 401 of the ledger, the proof holds"],
            [findings[4].Zh, findings[4].En]);
    }

    [Fact]
    public async Task WithoutThePublishedKey_NothingIsCalledProvedAltogether() =>
        Assert.Equal(ProofState.Pending, Worst((await TestReceipts.ProvedAsync()).Verify(null)));

    [Fact]
    public void PromisedReceipt_IsNotProvedYet()
    {
        var findings = Receipt.Read(TestReceipts.Promised().ToJson()).Value!.Verify(Key.PublicKey);

        Assert.Equal(ProofState.Pending, Worst(findings));
        Assert.All(findings.Skip(3), f => Assert.Contains("promised and signed, not yet proved", f.En, StringComparison.Ordinal));
    }

    [Fact]
    public async Task PartlySequencedReceipt_IsProvedInPart()
    {
        var receipt = await TestReceipts.ProvedAsync();
        var findings = (receipt with { Entries = [receipt.Entries[0], receipt.Entries[1] with { Proof = null }, receipt.Entries[2]] }).Verify(Key.PublicKey);
        Assert.Equal([ProofState.Proved, ProofState.Pending, ProofState.Proved], findings.Skip(3).Select(f => f.State));
    }

    [Fact]
    public async Task ErasedContent_KeepsTheProof()
    {
        var receipt = await TestReceipts.ProvedAsync();
        var findings = (receipt with { Entries = [.. receipt.Entries.Select(e => e with { Opening = null })] }).Verify(Key.PublicKey);
        Assert.Equal(ProofState.Proved, Worst(findings));
        Assert.Contains("content not shown", findings[3].En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForgedReceipts_AreRefused_AndSaidWhy()
    {
        var receipt = await TestReceipts.ProvedAsync();
        var (first, second) = (receipt.Entries[0], receipt.Entries[1]);
        var elsewhere = await TestReceipts.ProvedAsync(theCase: "other");
        var shorter = await TestReceipts.ProvedAsync(after: 10);

        Refused(receipt with { CaseNumber = "another" }, "was changed");
        Refused(receipt with { IssuedAt = receipt.IssuedAt.AddMilliseconds(1) }, "was changed");
        Refused(receipt with { Origin = "another.example" }, "was changed");
        Refused(receipt with { Entries = [first, receipt.Entries[2]] }, "was changed");
        Refused(receipt with { Entries = [second, first, receipt.Entries[2]] }, "was changed");
        Refused(receipt with { Entries = [] }, "holds no step");
        Refused(receipt with { Promise = [] }, "does not hold");
        Refused(receipt with { Promise = Key.Sign("something else"u8) }, "does not hold");
        Refused(receipt with { Hash = "SHA-256" }, "was changed");
        Refused(receipt with { Hash = "MD5" }, "Unknown hash MD5");
        Refused(receipt with { PublicKey = "" }, "cannot be read");
        Refused(receipt with { PublicKey = Sm2Key.Generate().PublicKey.ToPem() }, "not the one that you gave");
        Refused(receipt with { Checkpoint = "nonsense" }, "The checkpoint cannot be read");
        Refused(receipt with { Checkpoint = shorter.Checkpoint }, "its proof of being in the ledger does not hold");
        Refused(receipt with { Checkpoint = null }, "its proof of being in the ledger does not hold");
        Refused(receipt.With(first with { Proof = second.Proof }), "its proof of being in the ledger does not hold");
        Refused(receipt.With(first with { Proof = first.Proof! with { Size = first.Proof.Size + 1 } }), "its proof of being in the ledger does not hold");
        Refused(receipt.With(first with { Opening = second.Opening }), "does not fit the commitment");
        Refused(receipt.With(first with { Leaf = [1, 2, 3] }), "The leaf is not JSON");
        Refused(receipt.With(elsewhere.Entries[0]).Sign(Key), "not of the same case");
        Refused((receipt with { Entries = [first with { Proof = null }], Promise = [] }), "neither proved nor validly promised");
    }

    [Fact]
    public async Task CheckpointOfAnotherLedgerOrKey_IsRefused()
    {
        var receipt = await TestReceipts.ProvedAsync();
        var head = SignedCheckpoint.Parse(receipt.Checkpoint).Value!.Checkpoint;
        Refused((receipt with { Checkpoint = (head with { Origin = "another.example" }).Sign(Key, "city").Text }).Sign(Key), "another ledger's");
        Refused((receipt with { Checkpoint = head.Sign(Sm2Key.Generate(), "city").Text }).Sign(Key), "does not hold");
    }

    [Fact]
    public async Task ReceiptSignedByAStranger_IsRefusedWithThePublishedKey()
    {
        var stranger = Sm2Key.Generate();
        var receipt = await TestReceipts.ProvedAsync();
        var head = SignedCheckpoint.Parse(receipt.Checkpoint).Value!.Checkpoint;
        Refused((receipt with { Checkpoint = head.Sign(stranger, "city").Text }).Sign(stranger), "not the one that you gave");
    }

    [Fact]
    public async Task PayloadMovedIntoTheSalt_IsRefused()
    {
        var receipt = await TestReceipts.ProvedAsync();
        var (salt, payload) = (receipt.Entries[0].Opening!.Salt, receipt.Entries[0].Opening!.Payload);
        Assert.True(payload.Length > 256);
        Refused(receipt.With(receipt.Entries[0] with { Opening = new([.. salt, .. Encoding.UTF8.GetBytes(payload[..256])], payload[256..]) }), "does not fit the commitment");
    }

    [Fact]
    public async Task AnyChangedByte_IsRefused_UnlessItMeansTheSame()
    {
        var receipt = await TestReceipts.ProvedAsync();
        var json = receipt.ToJson();
        var bytes = Encoding.UTF8.GetBytes(json);
        var refused = 0;
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            byte[] changed = [.. bytes];
            changed[at] = value;
            var reading = Receipt.Read(Encoding.UTF8.GetString(changed));
            if (reading.Ok && reading.Value.ToJson() == json) return;
            Interlocked.Increment(ref refused);
            if (reading.Ok) Assert.Equal(ProofState.Failed, Worst(reading.Value.Verify(Key.PublicKey)));
            else Assert.NotEmpty(reading.Problem.Zh);
        }, iter: 1500, threads: 2);
        Assert.True(refused > 1000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("办件")]
    [InlineData("{\"format\":\"tongban-receipt/1\"}")]
    [InlineData("\ud800")]
    [InlineData("{\"format\":\"\\ud800\"}")]
    public void SomethingElse_IsAProblemInBothLanguages(string text)
    {
        var problem = Receipt.Read(text).Problem!;
        Assert.NotEmpty(problem.Zh);
        Assert.NotEmpty(problem.En);
    }

    [Theory]
    [InlineData("\"origin\": \"ledger.city.example\"", "\"origin\": null", "$.origin")]
    [InlineData("\"format\": \"tongban-receipt/1\"", "\"format\": \"tongban-receipt/2\"", "tongban-receipt/1")]
    [InlineData("\"issuedAt\": \"2026-01-31T08:00:03.000Z\"", "\"issuedAt\": \"2026-01-31T08:00:03Z\"", "$.issuedAt")]
    [InlineData("\"issuedAt\": \"2026-01-31T08:00:03.000Z\"", "\"issuedAt\": 5", "$.issuedAt")]
    [InlineData("\"origin\": \"ledger", "\"origin\": \"a\\nledger", "a line of text")]
    [InlineData("\"caseNumber\": \"", "\"caseNumber\": \"\\u001b", "a line of text")]
    [InlineData("\"entries\": [", "\"entries\": [ null,", "empty item")]
    [InlineData("\"entries\": [", "\"entries\": 5, \"x\": [", "$.entries")]
    [InlineData("\"path\": [", "\"path\": [ null,", "empty item")]
    [InlineData("\"hash\": ", "\"Hash\": ", "Hash")]
    [InlineData("\"hash\": ", "\"hash\": \"SM3\", \"hash\": ", "hash")]
    public async Task ReceiptWithAFault_SaysWhere(string part, string other, string where)
    {
        var json = (await TestReceipts.ProvedAsync()).ToJson();
        Assert.Contains(part, json, StringComparison.Ordinal);
        Assert.Contains(where, Receipt.Read(json.Replace(part, other, StringComparison.Ordinal)).Problem!.En, StringComparison.Ordinal);
    }

    private static ProofState Worst(IEnumerable<ProofFinding> findings) => findings.Max(f => f.State);

    private static void Refused(Receipt receipt, string why) =>
        Assert.Contains(receipt.Verify(Key.PublicKey), f => f.State == ProofState.Failed && f.En.Contains(why, StringComparison.Ordinal) && f.Zh.Length > 0);
}

using System.Text;
using Tongban.Sm;
using Tongban.TransparencyLog;

namespace Tongban.Verify.Tests;

public sealed class VerifyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("verify").FullName;
    private readonly Sm2Key key = Sm2Key.Generate();
    private readonly SmallLedger ledger;

    public VerifyTests()
    {
        ledger = new(key);
        File("ledger.pem", key.PublicKey.ToPem());
        File("stranger.pem", Sm2Key.Generate().PublicKey.ToPem());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task ProvedReceipt_Is0() => Assert.Equal((0, true), Says("everything holds",
        "receipt", File("r.json", (await ledger.ReceiptAsync(proved: true)).ToJson()), "--key", Path("ledger.pem")));

    [Fact]
    public async Task ProvedReceiptWithoutKey_Is3() => Assert.Equal((3, true), Says("compare it with the ledger's published key",
        "receipt", File("r.json", (await ledger.ReceiptAsync(proved: true)).ToJson())));

    [Fact]
    public async Task PromisedReceipt_Is3() => Assert.Equal((3, true), Says("not yet proved",
        "receipt", File("r.json", (await ledger.ReceiptAsync(proved: false)).ToJson()), "--key", Path("ledger.pem")));

    [Fact]
    public async Task ReceiptUnderAnotherKey_Is1() => Assert.Equal((1, true), Says("do not rely on it",
        "receipt", File("r.json", (await ledger.ReceiptAsync(proved: true)).ToJson()), "--key", Path("stranger.pem")));

    [Fact]
    public async Task ChangedReceipt_Is1() => Assert.Equal((1, true), Says("does not hold",
        "receipt", File("r.json", (await ledger.ReceiptAsync(proved: true)).ToJson().Replace("SAMPLE-1", "SAMPLE-2", StringComparison.Ordinal)), "--key", Path("ledger.pem")));

    [Fact]
    public void SomethingElseThanAReceipt_Is1() => Assert.Equal((1, true), Says("cannot be understood", "receipt", File("r.json", "<html>")));

    [Fact]
    public async Task ReceiptThatWouldSteerTheTerminal_StaysOnItsLines()
    {
        var forged = (await ledger.ReceiptAsync(proved: true)) with { Hash = "MD5\r\n✓ 全部有效\u001b[2K\u202e" };
        var (code, output, _) = Run("receipt", File("r.json", forged.ToJson()), "--key", Path("ledger.pem"));
        Assert.Equal(1, code);
        Assert.DoesNotContain(output.Split(Environment.NewLine), line => line.StartsWith('✓'));
        Assert.DoesNotContain(output, c => c is '\u001b' or '\u202e');
    }

    [Fact]
    public async Task Promise_IsWrittenAsItWasSigned()
    {
        var receipt = await ledger.ReceiptAsync(proved: false);
        var (code, output, _) = Run("promise", File("r.json", receipt.ToJson()));
        Assert.Equal(0, code);
        Assert.True(key.PublicKey.Verify(Encoding.UTF8.GetBytes(output), receipt.Promise));
    }

    [Fact]
    public async Task GrownLedger_Is0()
    {
        var (older, newer, proof) = await ledger.GrowthAsync();
        Assert.Equal((0, true), Says("From 1 to 8 entries the ledger only grew",
            "checkpoint", File("old", older), File("new", newer), File("proof.json", proof), "--key", Path("ledger.pem")));
    }

    [Fact]
    public async Task GrownLedgerWithoutKey_Is3()
    {
        var (older, newer, proof) = await ledger.GrowthAsync();
        Assert.Equal((3, true), Says("no key was given", "checkpoint", File("old", older), File("new", newer), File("proof.json", proof)));
    }

    [Fact]
    public async Task ReceiptStandsForItsCheckpoint()
    {
        var receipt = await ledger.ReceiptAsync(proved: true);
        var (_, newer, proof) = await ledger.GrowthAsync();
        Assert.Equal((0, true), Says("only grew",
            "checkpoint", File("old", receipt.ToJson()), File("new", newer), File("proof.json", proof), "--key", Path("ledger.pem")));
    }

    [Fact]
    public async Task RewrittenLedger_Is1()
    {
        var (_, newer, proof) = await ledger.GrowthAsync();
        var rewritten = new Checkpoint(SmallLedger.Origin, 1, LogHash.Sm3.Leaf("rewritten"u8), SmallLedger.At).Sign(key, "city").Text;
        Assert.Equal((1, true), Says("earlier entries may have been changed",
            "checkpoint", File("old", rewritten), File("new", newer), File("proof.json", proof), "--key", Path("ledger.pem")));
    }

    [Fact]
    public async Task WrongProofOrLedgerOrKeyOrText_Is1()
    {
        var (older, newer, proof) = await ledger.GrowthAsync();
        var elsewhere = new Checkpoint("another.example", 1, LogHash.Sm3.Empty, SmallLedger.At).Sign(key, "city").Text;
        Is1("not of these checkpoints", newer, older, proof, "ledger.pem");
        Is1("different ledgers", elsewhere, newer, proof, "ledger.pem");
        Is1("The new checkpoint's signature does not hold", older, newer, proof, "stranger.pem");
        Is1("There is no checkpoint", "", newer, proof, "ledger.pem");
        Is1("cannot be understood", older, newer, "[", "ledger.pem");
        Is1("cannot be understood", "{}", newer, proof, "ledger.pem");

        void Is1(string why, string first, string second, string between, string keyFile) => Assert.Equal((1, true), Says(why,
            "checkpoint", File("old", first), File("new", second), File("proof.json", between), "--key", Path(keyFile)));
    }

    [Theory]
    [InlineData]
    [InlineData("receipt")]
    [InlineData("receipt", "a", "b")]
    [InlineData("receipt", "a", "--kee", "b")]
    [InlineData("checkpoint", "a", "b")]
    [InlineData("dance")]
    public void WrongUsage_Is2_AndExplainsInBothLanguages(params string[] args)
    {
        var (code, output, error) = Run(args);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("用法 Usage", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_Is0() => Assert.Equal((0, true), Says("verify checkpoint OLD NEW", "--help"));

    [Fact]
    public async Task MissingFileOrKeyThatIsNone_Is2()
    {
        var receipt = File("r.json", (await ledger.ReceiptAsync(proved: true)).ToJson());
        Assert.Equal(2, Run("receipt", Path("none.json")).Code);
        Assert.Equal(2, Run("receipt", receipt, "--key", Path("none.pem")).Code);
        Assert.Equal(2, Run("receipt", folder).Code);
        var (code, _, error) = Run("receipt", receipt, "--key", receipt);
        Assert.Equal(2, code);
        Assert.Contains("Not an SM2 public key", error, StringComparison.Ordinal);
    }

    [Fact]
    public void HugeFile_Is2()
    {
        using (var huge = System.IO.File.Create(Path("huge.json"))) huge.SetLength(17 << 20);
        Assert.Equal(2, Run("receipt", Path("huge.json")).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public void LicenceWithSealsThatAreNone_Is2(string seals) => Assert.Equal((2, true), Says("certificate",
        "licence", File("l.pdf", "%PDF-1.7 nothing"), "--trust", File("seals.pem", seals)));

    private (int Code, bool Said) Says(string what, params string[] args)
    {
        var (code, output, error) = Run(args);
        return (code, (output + error).Contains(what, StringComparison.Ordinal));
    }

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        using StringWriter output = new(), error = new();
        return (VerifyProgram.Run(args, output, error), output.ToString(), error.ToString());
    }

    private string Path(string name) => System.IO.Path.Combine(folder, name);

    private string File(string name, string text)
    {
        System.IO.File.WriteAllText(Path(name), text);
        return Path(name);
    }
}

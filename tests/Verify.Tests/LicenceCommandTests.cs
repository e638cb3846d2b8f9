using Tongban.LicenceDocuments;
using Tongban.LicenceDocuments.Pdf;
using Tongban.LicenceDocuments.Signing;

namespace Tongban.Verify.Tests;

public sealed class LicenceCommandTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
    private static readonly SealKey Key = SealKey.CreateSelfSigned("示例局", "11440300007542689J", At.AddDays(-1), At.AddYears(5));

    private static readonly DocumentContent Licence = new()
    {
        Kind = DocumentKind.Licence,
        Title = "应届毕业生接收确认书",
        Number = "深004证〔2026〕000123号",
        Authority = "示例局",
        AuthorityCode = "11440300007542689J",
        IssuedOn = new(2026, 11, 23),
        Holder = "林晓\u001B[31m雯",
    };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tongban-");

    public LicenceCommandTests()
    {
        Write("licence.pdf", DocumentPdf.Render(Licence, Key, At));
        Write("document.json", Licence.ToCanonicalJson());
        Write("document.sig", Seal.Sign(Key, Licence.ToCanonicalJson()));
        Write("seals.pem", System.Text.Encoding.ASCII.GetBytes(SealKey.CertificatePem(Key.Certificate)));
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void GenuinePdf_SaysWhatItIsAndExits0()
    {
        var (code, said) = Run("licence", "licence.pdf", "--trust", "seals.pem");
        Assert.Equal(0, code);
        foreach (var expected in new[] { "应届毕业生接收确认书", "示例局 (11440300007542689J)", "是真的", "Genuine" }) Assert.Contains(expected, said);
    }

    [Fact]
    public void ControlCharactersInADocument_DoNotReachTheTerminal() =>
        Assert.DoesNotContain('\u001B', Run("licence", "licence.pdf", "--trust", "seals.pem").Said);

    [Fact]
    public void ChangedPdf_SaysSoAndExits1()
    {
        var pdf = File.ReadAllBytes(PathOf("licence.pdf"));
        pdf[^200] ^= 1;
        Write("licence.pdf", pdf);
        var (code, said) = Run("licence", "licence.pdf", "--trust", "seals.pem");
        Assert.Equal(1, code);
        Assert.Contains("was changed", said);
        Assert.DoesNotContain("应届毕业生接收确认书", said);
    }

    [Fact]
    public void DataWithItsSeal_IsChecked()
    {
        string[] command = ["licence", "document.json", "--seal", "document.sig", "--trust", "seals.pem"];
        Assert.Equal(0, Run(command).Code);
        Write("document.json", [.. Licence.ToCanonicalJson(), 32]);
        Assert.Equal(1, Run(command).Code);
    }

    [Theory]
    [InlineData("missing.pdf", "seals.pem")]
    [InlineData("licence.pdf", "missing.pem")]
    [InlineData("licence.pdf", "licence.pdf")]
    public void FileThatIsNotThereOrHoldsNoSeals_Exits2(string file, string seals) =>
        Assert.Equal(2, Run("licence", file, "--trust", seals).Code);

    private (int Code, string Said) Run(params string[] args)
    {
        using var said = new StringWriter();
        return (VerifyProgram.Run([.. args.Select(a => a.Contains('.') ? PathOf(a) : a)], said, said), said.ToString());
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private void Write(string name, byte[] content) => File.WriteAllBytes(PathOf(name), content);
}

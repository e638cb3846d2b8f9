using System.Diagnostics;
using System.Text;
using CsCheck;
using Tongban.LicenceDocuments.Pdf;
using Tongban.LicenceDocuments.Signing;
using UglyToad.PdfPig;

namespace Tongban.LicenceDocuments.Tests;

public class DocumentTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
    private static readonly SealKey Key = SealKey.CreateSelfSigned("示例市人力资源和社会保障局", "11440300007542689J", At.AddDays(-1), At.AddYears(5));

    private static readonly DocumentContent Licence = new()
    {
        Kind = DocumentKind.Licence,
        Title = "应届毕业生接收确认书",
        Number = "深人社接〔2026〕000123号",
        Authority = "示例市人力资源和社会保障局",
        AuthorityCode = "11440300007542689J",
        IssuedOn = new(2026, 11, 23),
        Holder = "林晓雯",
        HolderNumber = "**************0261",
        Identifier = "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
        ValidFrom = new(2026, 11, 23),
        Paragraphs = ["经核验，持证人符合规定的条件，予以接收。二〇二六年。"],
        Rows = [new("毕业学校", "岭南示例大学"), new("学历", "全日制本科")],
        VerifyUrl = "https://tongban.example/verify",
        Data = new Dictionary<string, string> { ["level"] = "本科" },
    };

    private static readonly byte[] Pdf = DocumentPdf.Render(Licence, Key, At);

    [Theory]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U")]
    [InlineData("1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9")]
    [InlineData("1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0")]
    public void Identifier_CheckCharacter_IsTheStandards(string text)
    {
        var body = text[(LicenceIdentifier.Root.Length + 1)..].Split('.');
        Assert.Equal(text[^1], new LicenceIdentifier(body[0], body[1], body[2], int.Parse(body[3], System.Globalization.CultureInfo.InvariantCulture)).Check);
    }

    [Theory]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U", null)]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000404.001.U", "identifier.check")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L.001.U", "identifier.parts")]
    [InlineData("1.2.156.3005.2.111.11430000006122244L.20230000403.001.U", "identifier.lengths")]
    [InlineData("粤A12345", "identifier.root")]
    public void Identifier_Wrong_SaysWhichPart(string text, string? problem)
    {
        Assert.Equal(problem is null, LicenceIdentifier.TryParse(text, out _, out var found));
        Assert.Equal(problem, found?.Code);
    }

    [Fact]
    public void Content_SurvivesItsCanonicalForm() =>
        Assert.Equal(Licence.ToCanonicalJson(), DocumentContent.FromJson(Licence.ToCanonicalJson())!.ToCanonicalJson());

    [Fact]
    public void Pdf_Untouched_IsGenuine()
    {
        var check = PdfVerifier.Verify(Pdf, [Key.Certificate]);
        Assert.True(check.Genuine);
        Assert.Equal("林晓雯", check.Content!.Holder);
        Assert.Equal(At, check.SignedAt);
        Assert.InRange(Pdf.Length, 1, 60_000);
    }

    [Fact]
    public void Pdf_WithOneByteChanged_IsNeverGenuine() => Gen.Select(Gen.Int[0, Pdf.Length - 1], Gen.Byte[1, 255]).Sample((at, change) =>
    {
        var changed = (byte[])Pdf.Clone();
        changed[at] ^= change;
        return !PdfVerifier.Verify(changed, [Key.Certificate]).Genuine;
    }, iter: 1000);

    [Fact]
    public void Pdf_CutOrMadeLonger_IsNeverGenuine()
    {
        Assert.False(PdfVerifier.Verify([.. Pdf, (byte)' '], [Key.Certificate]).Genuine);
        Gen.Int[0, Pdf.Length - 1].Sample(length => !PdfVerifier.Verify(Pdf[..length], [Key.Certificate]).Genuine, iter: 300);
    }

    [Fact]
    public void Pdf_SealedBySomebodyElse_IsNotTrusted()
    {
        var other = SealKey.CreateSelfSigned("示例市人力资源和社会保障局", "11440300007542689J", At, At.AddYears(1));
        var check = PdfVerifier.Verify(DocumentPdf.Render(Licence, other, At), [Key.Certificate]);
        Assert.False(check.Genuine);
        Assert.Contains(check.Findings, f => !f.Ok && f.Zh.Contains("信任名单"));
    }

    [Fact]
    public void Pdf_TextCanBeReadBack()
    {
        using var document = PdfDocument.Open(Pdf);
        var text = string.Concat(document.GetPages().SelectMany(p => p.Letters).Select(l => l.Value)).Normalize(NormalizationForm.FormKC);
        foreach (var expected in new[] { "林晓雯", "应届毕业生接收确认书", "二〇二六年", "岭南示例大学" }) Assert.Contains(expected, text);
    }

    [Fact]
    public void Pdf_WithACharacterNoFontHas_ShowsABoxAndStaysGenuine()
    {
        var rare = Licence with { Holder = "李\U00030EDE\U0010FFFD" };
        Assert.True(PdfVerifier.Verify(DocumentPdf.Render(rare, Key, At), [Key.Certificate]).Genuine);
    }

    [Fact]
    public void LongDocument_GoesOnToMorePages()
    {
        var pdf = DocumentPdf.Render(Licence with { Kind = DocumentKind.Decision, Paragraphs = [.. Enumerable.Repeat(new string('据', 300), 12)] }, Key, At);
        using var document = PdfDocument.Open(pdf);
        Assert.InRange(document.NumberOfPages, 2, 9);
        Assert.True(PdfVerifier.Verify(pdf, [Key.Certificate]).Genuine);
    }

    [Fact]
    public void Pdf_PassesQpdf() => Run("qpdf", "--check", Pdf, output => Assert.Contains("No syntax or stream encoding errors", output));

    [Fact]
    public void Seal_VerifiesWithOpenSsl()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var content = Licence.ToCanonicalJson();
        File.WriteAllBytes(Path.Combine(folder, "document.json"), content);
        File.WriteAllBytes(Path.Combine(folder, "document.sig"), Seal.Sign(Key, content));
        File.WriteAllText(Path.Combine(folder, "seal.pem"), Key.Key.PublicKey.ToPem());
        const string Command = "dgst -sm3 -verify seal.pem -sigopt distid:1234567812345678 -signature document.sig document.json";
        Assert.Contains("Verified OK", Output("openssl", Command, folder));
        content[10] ^= 1;
        File.WriteAllBytes(Path.Combine(folder, "document.json"), content);
        Assert.DoesNotContain("Verified OK", Output("openssl", Command, folder));
    }

    private static void Run(string program, string argument, byte[] pdf, Action<string> check)
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllBytes(Path.Combine(folder, "a.pdf"), pdf);
        check(Output(program, argument + " a.pdf", folder));
    }

    private static string Output(string program, string arguments, string folder)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            var output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
            process.WaitForExit();
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not installed: ./test installs it.");
            throw;
        }
    }
}

using System.Runtime.CompilerServices;
using System.Text;
using Tongban.LicenceDocuments.Signing;
using Tongban.LicenceDocuments.Tests.Support;

namespace Tongban.LicenceDocuments.Tests;

/// <summary>Runs the commands of docs/verify-a-licence.md as they stand there.</summary>
public class OpenSslTests
{
    private static readonly byte[] Seals = Encoding.ASCII.GetBytes(SealKey.CertificatePem(Samples.Key.Certificate));

    [Fact]
    public void Pdf_Untouched_PassesEveryStep()
    {
        var said = CheckPdf(Samples.Pdf);
        foreach (var expected in new[] { "covers the whole file", "digest fits", "Verified OK", Samples.Authority }) Assert.Contains(expected, said);
    }

    [Fact]
    public void Pdf_Changed_FailsTheDigest()
    {
        var changed = (byte[])Samples.Pdf.Clone();
        changed[changed.Length / 2] ^= 1;
        Assert.DoesNotContain("digest fits", CheckPdf(changed));
    }

    [Fact]
    public void Pdf_SealedByAnother_FailsTheSignature()
    {
        var other = SealKey.CreateSelfSigned(Samples.Authority, Samples.AuthorityCode, Samples.At, Samples.At.AddYears(1));
        var said = CheckPdf(LicenceDocuments.Pdf.DocumentPdf.Render(Samples.Licence, other, Samples.At));
        Assert.Contains("digest fits", said);
        Assert.DoesNotContain("Verified OK", said);
    }

    [Fact]
    public void Data_UntouchedVerifies_ChangedDoesNot()
    {
        var json = Samples.Licence.ToCanonicalJson();
        var signature = Seal.Sign(Samples.Key, json);
        Assert.Contains("Verified OK", CheckData(json, signature));
        json[10] ^= 1;
        Assert.DoesNotContain("Verified OK", CheckData(json, signature));
    }

    private static string CheckPdf(byte[] pdf) => Bash("pdf", ("licence.pdf", pdf), ("seals.pem", Seals));

    private static string CheckData(byte[] json, byte[] signature) =>
        Bash("data", ("document.json", json), ("document.sig", signature), ("seals.pem", Seals));

    private static string Bash(string block, params (string, byte[])[] files)
    {
        Programs.Run("openssl", ["version"]);
        return Programs.Run("bash", ["-c", Commands(block)], files);
    }

    private static string Commands(string block, [CallerFilePath] string here = "")
    {
        var page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../docs/verify-a-licence.md"));
        return string.Concat(page.Split("```sh " + block + "\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)]));
    }
}

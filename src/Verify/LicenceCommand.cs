using Org.BouncyCastle.X509;
using Tongban.LicenceDocuments;

namespace Tongban.Verify;

internal static class LicenceCommand
{
    public static int Run(string file, string sealsFile, TextWriter output)
    {
        var trusted = new X509CertificateParser().ReadCertificates(File.ReadAllBytes(sealsFile));
        var check = PdfVerifier.Verify(File.ReadAllBytes(file), [.. trusted]);
        if (check.Content is { } content)
            output.WriteLine($"{content.Title} {content.Number}  {content.Holder}  {content.Authority}");
        foreach (var finding in check.Findings)
            output.WriteLine($"{(finding.Ok ? "✓" : "✗")} {finding.Zh} | {finding.En}");
        if (check.Genuine)
            output.WriteLine("离线只能检查真伪；是否仍然有效，请在网上查。 Offline only genuineness can be checked; look up online whether it still holds.");
        return check.Genuine ? 0 : 1;
    }
}

using Tongban.LicenceDocuments;
using Tongban.LicenceDocuments.Signing;

namespace Tongban.Verify;

/// <summary>Says what a licence or official document is, who issued it and whether it is intact: a PDF, or its data with its seal.</summary>
internal static class LicenceCommand
{
    public static int Run(string file, string sealsFile, TextWriter output) =>
        Report(PdfVerifier.Verify(Read(file, PdfVerifier.MostBytes), Trusted(sealsFile)), output);

    public static int RunData(string file, string signatureFile, string sealsFile, TextWriter output) =>
        Report(SealedDataVerifier.Verify(Read(file, SealedDataVerifier.MostBytes), Read(signatureFile, 4096), Trusted(sealsFile)), output);

    private static IReadOnlyList<Org.BouncyCastle.X509.X509Certificate> Trusted(string file)
    {
        var seals = SealKey.ReadCertificates(File.ReadAllText(file));
        return seals.Count > 0 ? seals : throw new FormatException($"{file}: 里面没有印章证书（PEM）。 There is no seal's certificate (PEM) in it.");
    }

    // One byte more than allowed is enough to be refused as too large.
    private static byte[] Read(string file, int most)
    {
        using var stream = File.OpenRead(file);
        var bytes = new byte[Math.Min(stream.Length, most + 1L)];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static int Report(LicenceCheck check, TextWriter output)
    {
        if (check.Content is { } content) Say(content, output);
        foreach (var finding in check.Findings)
            output.WriteLine($"{(finding.Ok ? "✓" : "✗")} {finding.Zh} | {finding.En}");
        output.WriteLine(check.Genuine
            ? "是真的。离线只能检查真伪；是否仍然有效，请在网上查。 Genuine. Offline only that can be checked; look up online whether it still holds."
            : "不能证明是真的。 Not shown to be genuine.");
        return check.Genuine ? 0 : 1;
    }

    private static void Say(DocumentContent content, TextWriter output)
    {
        Line("文书 Document", $"{content.Title} {content.Number}");
        Line("发出 Issued by", $"{content.Authority} ({content.AuthorityCode})");
        Line("给 Issued to", $"{content.Holder} {content.HolderNumber}");
        Line("日期 Date", Day(content.IssuedOn));
        Line("标识 Identifier", content.Identifier);
        Line("有效 Valid", content.ValidFrom is { } from ? $"{Day(from)} – {(content.ValidTo is { } to ? Day(to) : "长期 without limit")}" : null);

        void Line(string label, string? value)
        {
            if (value is not null) output.WriteLine($"{label}: {Terminal.Printable(value)}");
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

using Org.BouncyCastle.X509;
using Tongban.LicenceDocuments.Pdf;
using Tongban.LicenceDocuments.Signing;

namespace Tongban.LicenceDocuments;

/// <summary>Checks a sealed PDF without a network: the signature covers every byte, it holds, and its certificate is trusted.</summary>
public static class PdfVerifier
{
    /// <summary>A larger file is not one of ours, in bytes.</summary>
    public const int MostBytes = 8 << 20;

    /// <summary>Checks a file; never throws, whatever the bytes are. Nothing in it is unpacked before its seal is known to hold.</summary>
    /// <param name="pdf">The file.</param>
    /// <param name="trusted">Certificates of the authorities' seals.</param>
    public static LicenceCheck Verify(byte[] pdf, IReadOnlyCollection<X509Certificate> trusted)
    {
        if (pdf.Length > MostBytes) return SealedContent.Refuse(Problems.TooLarge);
        if (!pdf.AsSpan().StartsWith("%PDF-"u8)) return SealedContent.Refuse(Problems.NotPdf);
        if (SealedPdf.Open(pdf) is not var (signed, cms)) return SealedContent.Refuse(Problems.NotSealed);
        var seal = Seal.CheckCms(signed, cms, trusted);
        return seal.Problem is { } problem
            ? SealedContent.Refuse(problem, seal)
            : SealedContent.Judge(seal, SealedPdf.Attachment(pdf, SealedDataVerifier.MostBytes));
    }
}

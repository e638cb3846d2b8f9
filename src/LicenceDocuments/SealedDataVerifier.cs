using Org.BouncyCastle.X509;
using Tongban.LicenceDocuments.Signing;

namespace Tongban.LicenceDocuments;

/// <summary>Checks a document as data without a network: its canonical JSON and the bare signature beside it.</summary>
public static class SealedDataVerifier
{
    /// <summary>More is not one of our documents, in bytes.</summary>
    public const int MostBytes = 1 << 20;

    // An SM2 signature in DER: two numbers of at most 33 bytes.
    private const int MostSignature = 72;

    /// <summary>Checks a document; never throws, whatever the bytes are.</summary>
    /// <param name="json">The document's canonical JSON, byte for byte.</param>
    /// <param name="signature">The signature (DER).</param>
    /// <param name="trusted">Certificates of the authorities' seals.</param>
    public static LicenceCheck Verify(byte[] json, byte[] signature, IReadOnlyCollection<X509Certificate> trusted)
    {
        if (json.Length > MostBytes) return SealedContent.Refuse(Problems.TooLarge);
        if (signature.Length > MostSignature) return SealedContent.Refuse(Problems.SealUnreadable);
        // Which seal it is stands nowhere but in the data: each one is tried.
        return trusted.FirstOrDefault(t => Seal.Verify(t, json, signature)) is { } certificate
            ? SealedContent.Judge(new SealCheck(null, certificate, null), json)
            : SealedContent.Refuse(Problems.Changed);
    }
}

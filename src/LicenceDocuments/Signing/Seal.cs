using Org.BouncyCastle.X509;
using Tongban.Sm;

namespace Tongban.LicenceDocuments.Signing;

/// <summary>Seals bytes and checks seals: SM2 with SM3 (GB/T 32918, GB/T 32905), default user id.</summary>
public static class Seal
{
    /// <summary>A bare SM2-with-SM3 signature (DER) over the bytes: the fast seal of structured data.</summary>
    public static byte[] Sign(SealKey key, ReadOnlySpan<byte> content) => key.Key.Sign(content);

    /// <summary>Whether a bare signature over the bytes is the certificate holder's.</summary>
    public static bool Verify(X509Certificate certificate, ReadOnlySpan<byte> content, byte[] signature) =>
        Sm2PublicKey.FromDer(certificate.CertificateStructure.SubjectPublicKeyInfo.GetDerEncoded()).Verify(content, signature);

    /// <summary>A detached CMS signature (RFC 5652, DER) over the bytes, with the certificate and the time inside.</summary>
    /// <param name="key">The authority's seal.</param>
    /// <param name="content">What is sealed.</param>
    /// <param name="at">The time of sealing; kept to the second.</param>
    public static byte[] SignCms(SealKey key, ReadOnlySpan<byte> content, DateTimeOffset at)
    {
        var cms = new DetachedCms(key.CertificateDer, Sm3.Hash(content), at, []);
        return (cms with { Signature = key.Key.Sign(cms.Attributes()) }).Encode();
    }

    /// <summary>Checks a detached CMS signature; never throws, whatever the bytes are.</summary>
    /// <param name="content">What is said to be sealed.</param>
    /// <param name="cms">The seal.</param>
    /// <param name="trusted">The certificates of the authorities' seals. Bytes under any other certificate are not even parsed.</param>
    public static SealCheck CheckCms(ReadOnlySpan<byte> content, byte[] cms, IEnumerable<X509Certificate> trusted)
    {
        if (DetachedCms.Decode(cms) is not { } seal) return new(Problems.SealUnreadable, null, null);
        if (trusted.FirstOrDefault(t => t.GetEncoded().AsSpan().SequenceEqual(seal.Certificate)) is not { } certificate)
            return new(Problems.SealUnknown(Fingerprint(seal.Certificate)), null, null);
        return new(Fault(content, seal, certificate), certificate, seal.At);
    }

    /// <summary>The SM3 fingerprint of a certificate, in hexadecimal.</summary>
    public static string Fingerprint(byte[] certificate) => Convert.ToHexString(Sm3.Hash(certificate));

    private static DocumentProblem? Fault(ReadOnlySpan<byte> content, DetachedCms seal, X509Certificate certificate) =>
        !Sm3.Hash(content).AsSpan().SequenceEqual(seal.Digest) || !Verify(certificate, seal.Attributes(), seal.Signature) ? Problems.Changed
        : seal.At.UtcDateTime < certificate.NotBefore || seal.At.UtcDateTime > certificate.NotAfter ? Problems.SealOutOfDate
        : null;
}

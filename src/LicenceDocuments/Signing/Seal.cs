using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Utilities.Collections;
using Org.BouncyCastle.X509;
using Tongban.Sm;

namespace Tongban.LicenceDocuments.Signing;

/// <summary>What a seal came to: whose it is, and whether it holds.</summary>
public sealed record SealCheck(bool Holds, X509Certificate? Certificate, DateTimeOffset? SignedAt)
{
    /// <summary>The name in the certificate; null when there is none.</summary>
    public string? Signer => Certificate?.SubjectDN.GetValueList(Org.BouncyCastle.Asn1.X509.X509Name.O) is [var name, ..] ? name : null;
}

/// <summary>Seals bytes and checks seals.</summary>
public static class Seal
{
    /// <summary>A bare SM2-with-SM3 signature (DER) over the bytes: the fast seal of structured data.</summary>
    public static byte[] Sign(SealKey key, ReadOnlySpan<byte> content) => key.Key.Sign(content);

    /// <summary>Whether a bare signature over the bytes is the certificate holder's.</summary>
    public static bool Verify(X509Certificate certificate, ReadOnlySpan<byte> content, byte[] signature) =>
        Sm2PublicKey.FromDer(certificate.CertificateStructure.SubjectPublicKeyInfo.GetDerEncoded()).Verify(content, signature);

    /// <summary>A detached CMS signature (RFC 5652) over the bytes, with the certificate and the time of signing inside.</summary>
    public static byte[] SignCms(SealKey key, byte[] content, DateTimeOffset at)
    {
        var generator = new CmsSignedDataGenerator();
        generator.AddSignerInfoGenerator(new SignerInfoGeneratorBuilder()
            .WithSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(
                new Org.BouncyCastle.Asn1.Cms.AttributeTable(new Dictionary<Org.BouncyCastle.Asn1.DerObjectIdentifier, object>
                {
                    [Org.BouncyCastle.Asn1.Cms.CmsAttributes.SigningTime] = new Org.BouncyCastle.Asn1.Cms.Attribute(
                        Org.BouncyCastle.Asn1.Cms.CmsAttributes.SigningTime,
                        new Org.BouncyCastle.Asn1.DerSet(new Org.BouncyCastle.Asn1.Cms.Time(at.UtcDateTime))),
                })))
            .Build(new Asn1SignatureFactory(SealKey.Algorithm, key.Key.Parameters), key.Certificate));
        generator.AddCertificates(CollectionUtilities.CreateStore(new[] { key.Certificate }));
        return generator.Generate(new CmsProcessableByteArray(content), encapsulate: false).GetEncoded(Org.BouncyCastle.Asn1.Asn1Encodable.Der);
    }

    /// <summary>Checks a detached CMS signature. Malformed bytes are a seal that does not hold.</summary>
    public static SealCheck CheckCms(byte[] content, byte[] cms)
    {
        try
        {
            var signed = new CmsSignedData(new CmsProcessableByteArray(content), cms);
            var signer = signed.GetSignerInfos().GetSigners().Single();
            var certificate = signed.GetCertificates().EnumerateMatches(signer.SignerID).Single();
            var time = signer.SignedAttributes?[Org.BouncyCastle.Asn1.Cms.CmsAttributes.SigningTime]?.AttrValues[0];
            DateTimeOffset? at = time is null ? null : new DateTimeOffset(Org.BouncyCastle.Asn1.Cms.Time.GetInstance(time).ToDateTime(), TimeSpan.Zero);
            return new SealCheck(signer.Verify(certificate), certificate, at);
        }
        catch (Exception e) when (e is CmsException or InvalidOperationException or IOException or ArgumentException
            or Org.BouncyCastle.Security.GeneralSecurityException or InvalidCastException or FormatException)
        {
            return new SealCheck(false, null, null);
        }
    }
}

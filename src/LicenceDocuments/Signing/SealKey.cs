using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security.Certificates;
using Org.BouncyCastle.X509;
using Tongban.Sm;

namespace Tongban.LicenceDocuments.Signing;

/// <summary>An authority's electronic seal: its SM2 key and the certificate that names it.</summary>
public sealed class SealKey
{
    /// <summary>SM2-with-SM3, as BouncyCastle names it (OID 1.2.156.10197.1.501).</summary>
    internal const string Algorithm = "SM3WITHSM2";

    private SealKey(Sm2Key key, X509Certificate certificate) =>
        (Key, Certificate, CertificateDer) = (key, certificate, certificate.GetEncoded());

    /// <summary>The key pair.</summary>
    public Sm2Key Key { get; }

    /// <summary>The certificate.</summary>
    public X509Certificate Certificate { get; }

    internal byte[] CertificateDer { get; }

    /// <summary>Makes a key with a certificate signed by itself: for a demo, or until the city's authority has issued one.</summary>
    /// <param name="authority">The authority's name.</param>
    /// <param name="code">Its USCC.</param>
    /// <param name="from">Valid from.</param>
    /// <param name="to">Valid until.</param>
    public static SealKey CreateSelfSigned(string authority, string code, DateTimeOffset from, DateTimeOffset to)
    {
        var key = Sm2Key.Generate();
        var name = new X509Name([X509Name.C, X509Name.O, X509Name.OU, X509Name.CN], ["CN", authority, code, authority + "电子印章"]);
        var generator = new X509V3CertificateGenerator();
        generator.SetSerialNumber(new BigInteger(1, Guid.NewGuid().ToByteArray()));
        generator.SetIssuerDN(name);
        generator.SetSubjectDN(name);
        generator.SetNotBefore(from.UtcDateTime);
        generator.SetNotAfter(to.UtcDateTime);
        generator.SetPublicKey(key.PublicKey.Parameters);
        generator.AddExtension(X509Extensions.BasicConstraints, critical: true, new BasicConstraints(cA: false));
        generator.AddExtension(X509Extensions.KeyUsage, critical: true, new KeyUsage(KeyUsage.DigitalSignature | KeyUsage.NonRepudiation));
        return new SealKey(key, generator.Generate(new Asn1SignatureFactory(Algorithm, key.Parameters)));
    }

    /// <summary>Reads key and certificate from one PEM text that holds both.</summary>
    /// <exception cref="FormatException">One of them is missing or unreadable, or they do not belong together.</exception>
    public static SealKey FromPem(string pem)
    {
        var at = pem.IndexOf("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal);
        if (at < 0) throw new FormatException("The seal's PEM text has no certificate.");
        var (key, certificate) = (Sm2Key.FromPem(pem[..at]), ReadCertificate(pem[at..]));
        var named = certificate.CertificateStructure.SubjectPublicKeyInfo.PublicKey.GetBytes();
        if (!named.AsSpan().SequenceEqual(key.PublicKey.Parameters.Q.GetEncoded(compressed: false)))
            throw new FormatException("The seal's certificate is not for its key.");
        return new SealKey(key, certificate);
    }

    /// <summary>Key and certificate as PEM text.</summary>
    public string ToPem() => Key.ToPem() + CertificatePem(Certificate);

    /// <summary>The certificate as PEM text.</summary>
    public static string CertificatePem(X509Certificate certificate) =>
        System.Security.Cryptography.PemEncoding.WriteString("CERTIFICATE", certificate.GetEncoded()) + "\n";

    /// <summary>Reads a certificate from PEM text.</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public static X509Certificate ReadCertificate(string pem) =>
        ReadCertificates(pem) is [var certificate, ..] ? certificate : throw new FormatException("This text is not a certificate (PEM).");

    /// <summary>Reads all certificates of a PEM text; none is an empty list.</summary>
    /// <exception cref="FormatException">One of them is unreadable.</exception>
    public static IReadOnlyList<X509Certificate> ReadCertificates(string pem)
    {
        try
        {
            return [.. new X509CertificateParser().ReadCertificates(System.Text.Encoding.ASCII.GetBytes(pem))];
        }
        catch (Exception e) when (e is CertificateException or IOException or ArgumentException or InvalidOperationException)
        {
            throw new FormatException("This text holds a certificate (PEM) that cannot be read.", e);
        }
    }
}

using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace Tongban.Sm;

/// <summary>An SM2 public key on the curve sm2p256v1; verifies SM2-with-SM3 signatures (GB/T 32918.2).</summary>
public sealed class Sm2PublicKey
{
    // The custom curve is the same curve as the named one, five times faster.
    internal static readonly ECNamedDomainParameters Domain =
        new(GMObjectIdentifiers.sm2p256v1, CustomNamedCurves.GetByName("sm2p256v1"));

    private readonly ThreadLocal<SM2Signer> verifier;

    internal Sm2PublicKey(ECPublicKeyParameters parameters)
    {
        Parameters = parameters;
        SubjectPublicKeyInfo = SubjectPublicKeyInfoFactory.CreateSubjectPublicKeyInfo(parameters).GetDerEncoded();
        verifier = new(() =>
        {
            var signer = new SM2Signer();
            signer.Init(forSigning: false, Parameters);
            return signer;
        });
    }

    /// <summary>The key as BouncyCastle knows it.</summary>
    public ECPublicKeyParameters Parameters { get; }

    /// <summary>The key as DER SubjectPublicKeyInfo (RFC 5280).</summary>
    public byte[] SubjectPublicKeyInfo { get; }

    /// <summary>The key as PEM text, readable by OpenSSL 3.</summary>
    public string ToPem() => Pem.Write("PUBLIC KEY", SubjectPublicKeyInfo);

    /// <summary>Reads a key from DER SubjectPublicKeyInfo.</summary>
    /// <exception cref="FormatException">The bytes are not an SM2 public key.</exception>
    public static Sm2PublicKey FromDer(byte[] der)
    {
        try
        {
            var point = ECPoint(SubjectPublicKeyInfo_(der));
            return new Sm2PublicKey(new ECPublicKeyParameters("EC", Domain.Curve.DecodePoint(point), Domain));
        }
        catch (Exception e) when (e is ArgumentException or InvalidCastException or InvalidOperationException or IOException)
        {
            throw new FormatException("These bytes are not an SM2 public key (DER SubjectPublicKeyInfo on sm2p256v1).", e);
        }
    }

    /// <summary>Reads a key from PEM text ("PUBLIC KEY").</summary>
    /// <exception cref="FormatException">The text is not an SM2 public key.</exception>
    public static Sm2PublicKey FromPem(string pem) => FromDer(Pem.Read("PUBLIC KEY", pem));

    /// <summary>Whether <paramref name="signature"/> (DER) is this key's signature over <paramref name="data"/>,
    /// with the default user id 1234567812345678.</summary>
    public bool Verify(ReadOnlySpan<byte> data, byte[] signature)
    {
        var signer = verifier.Value!;
        signer.BlockUpdate(data);
        return signer.VerifySignature(signature);
    }

    private static SubjectPublicKeyInfo SubjectPublicKeyInfo_(byte[] der)
    {
        var info = Org.BouncyCastle.Asn1.X509.SubjectPublicKeyInfo.GetInstance(der);
        return info.Algorithm.Parameters is { } curve && curve.ToAsn1Object().Equals(GMObjectIdentifiers.sm2p256v1)
            ? info
            : throw new ArgumentException("Another curve.");
    }

    private static byte[] ECPoint(SubjectPublicKeyInfo info) => info.PublicKey.GetBytes();
}

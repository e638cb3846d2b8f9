using System.Formats.Asn1;

namespace Tongban.LicenceDocuments.Signing;

/// <summary>The one form in which our CMS signatures (RFC 5652, detached, SM2 with SM3) are written and read.
/// A seal has exactly one encoding: what differs from it by a byte is not read, so nothing can be hidden in it.</summary>
internal sealed record DetachedCms(byte[] Certificate, byte[] Digest, DateTimeOffset At, byte[] Signature)
{
    private const string Data = "1.2.840.113549.1.7.1", SignedData = "1.2.840.113549.1.7.2";
    private const string ContentType = "1.2.840.113549.1.9.3", MessageDigest = "1.2.840.113549.1.9.4", SigningTime = "1.2.840.113549.1.9.5";
    private const string Sm3 = "1.2.156.10197.1.401", Sm2WithSm3 = "1.2.156.10197.1.501";
    private static readonly Asn1Tag First = new(TagClass.ContextSpecific, 0);

    /// <summary>The attributes that the signature is over, as the SET that is hashed (RFC 5652 §5.4).</summary>
    public byte[] Attributes() => Attributes(Asn1Tag.SetOf);

    /// <summary>The whole ContentInfo in DER.</summary>
    /// <exception cref="AsnContentException">The certificate is not one.</exception>
    public byte[] Encode()
    {
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            der.WriteObjectIdentifier(SignedData);
            using (der.PushSequence(First))
            using (der.PushSequence())
            {
                der.WriteInteger(1);
                using (der.PushSetOf()) Algorithm(der, Sm3);
                Algorithm(der, Data);
                using (der.PushSetOf(First)) der.WriteEncodedValue(Certificate);
                using (der.PushSetOf()) SignerInfo(der);
            }
        }
        return der.Encode();
    }

    /// <summary>Reads a seal; null when it is not in our form.</summary>
    public static DetachedCms? Decode(byte[] cms)
    {
        try
        {
            var signedData = new AsnReader(cms, AsnEncodingRules.DER).ReadSequence();
            signedData.ReadObjectIdentifier();
            signedData = signedData.ReadSequence(First).ReadSequence();
            for (var i = 0; i < 3; i++) signedData.ReadEncodedValue();
            var certificate = signedData.ReadSetOf(First).ReadEncodedValue().ToArray();
            var signer = signedData.ReadSetOf().ReadSequence();
            for (var i = 0; i < 3; i++) signer.ReadEncodedValue();
            var attributes = signer.ReadSetOf(First);
            attributes.ReadEncodedValue();
            var at = Time(Value(attributes));
            var digest = Value(attributes).ReadOctetString();
            signer.ReadEncodedValue();
            var read = new DetachedCms(certificate, digest, at, signer.ReadOctetString());
            return read.Encode().AsSpan().SequenceEqual(cms) ? read : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private void SignerInfo(AsnWriter der)
    {
        using (der.PushSequence())
        {
            der.WriteInteger(1);
            IssuerAndSerial(der);
            Algorithm(der, Sm3);
            der.WriteEncodedValue(Attributes(First));
            Algorithm(der, Sm2WithSm3);
            der.WriteOctetString(Signature);
        }
    }

    private void IssuerAndSerial(AsnWriter der)
    {
        var certificate = new AsnReader(Certificate, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        if (certificate.PeekTag().HasSameClassAndValue(First)) certificate.ReadEncodedValue();
        var serial = certificate.ReadEncodedValue();
        certificate.ReadEncodedValue();
        using (der.PushSequence())
        {
            der.WriteEncodedValue(certificate.ReadEncodedValue().Span);
            der.WriteEncodedValue(serial.Span);
        }
    }

    private byte[] Attributes(Asn1Tag tag)
    {
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSetOf(tag))
        {
            Attribute(der, ContentType, () => der.WriteObjectIdentifier(Data));
            Attribute(der, SigningTime, () => WriteTime(der));
            Attribute(der, MessageDigest, () => der.WriteOctetString(Digest));
        }
        return der.Encode();
    }

    // UTCTime has two digits for the year: RFC 5652 §11.3 wants it until 2049, and the longer form after.
    private void WriteTime(AsnWriter der)
    {
        if (At.UtcDateTime.Year is >= 1950 and < 2050) der.WriteUtcTime(At);
        else der.WriteGeneralizedTime(At, omitFractionalSeconds: true);
    }

    private static DateTimeOffset Time(AsnReader value) =>
        value.PeekTag() == Asn1Tag.UtcTime ? value.ReadUtcTime() : value.ReadGeneralizedTime();

    private static AsnReader Value(AsnReader attributes)
    {
        var attribute = attributes.ReadSequence();
        attribute.ReadObjectIdentifier();
        return attribute.ReadSetOf();
    }

    private static void Attribute(AsnWriter der, string oid, Action value)
    {
        using (der.PushSequence())
        {
            der.WriteObjectIdentifier(oid);
            using (der.PushSetOf()) value();
        }
    }

    private static void Algorithm(AsnWriter der, string oid)
    {
        using (der.PushSequence()) der.WriteObjectIdentifier(oid);
    }
}

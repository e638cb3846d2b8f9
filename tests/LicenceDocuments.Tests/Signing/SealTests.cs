using CsCheck;
using Org.BouncyCastle.Cms;
using Tongban.LicenceDocuments.Signing;
using Tongban.LicenceDocuments.Tests.Support;

namespace Tongban.LicenceDocuments.Tests.Signing;

public class SealTests
{
    private static readonly byte[] Content = Samples.Licence.ToCanonicalJson();
    private static readonly byte[] Cms = Seal.SignCms(Samples.Key, Content, Samples.At);

    [Fact]
    public void Cms_Untouched_HoldsAndSaysWhoAndWhen()
    {
        var check = Seal.CheckCms(Content, Cms, [Samples.Key.Certificate]);
        Assert.True(check.Holds);
        Assert.Equal(Samples.Authority, check.Signer);
        Assert.Equal(Samples.AuthorityCode, check.SignerCode);
        Assert.Equal(Samples.At, check.SignedAt);
    }

    [Fact]
    public void Cms_ReadByAnotherLibrary_Verifies()
    {
        var signed = new CmsSignedData(new CmsProcessableByteArray(Content), Cms);
        var signer = Assert.Single(signed.GetSignerInfos().GetSigners());
        Assert.True(signer.Verify(Assert.Single(signed.GetCertificates().EnumerateMatches(signer.SignerID))));
    }

    [Fact]
    public void Cms_WithAnyByteChanged_DoesNotHold()
    {
        for (var at = 0; at < Cms.Length; at++)
            foreach (var change in (byte[])[1, 0x80, 0x20, 0xFF])
            {
                var changed = (byte[])Cms.Clone();
                changed[at] ^= change;
                Assert.False(Seal.CheckCms(Content, changed, [Samples.Key.Certificate]).Holds, $"byte {at} ^ {change}");
            }
    }

    [Fact]
    public void Cms_OfRandomBytes_DoesNotHoldAndDoesNotThrow() =>
        Gen.Byte.Array[0, 400].Sample(bytes => !Seal.CheckCms(Content, bytes, [Samples.Key.Certificate]).Holds);

    [Fact]
    public void Cms_WithBytesAfterIt_DoesNotHold() =>
        Assert.Equal("seal.form", Seal.CheckCms(Content, [.. Cms, 0], [Samples.Key.Certificate]).Problem!.Code);

    [Fact]
    public void Cms_OverOtherContent_SaysChanged() =>
        Assert.Equal("seal.changed", Seal.CheckCms([.. Content, 32], Cms, [Samples.Key.Certificate]).Problem!.Code);

    [Fact]
    public void Cms_OfAnotherKeyWithTheSameName_IsUnknown()
    {
        var other = SealKey.CreateSelfSigned(Samples.Authority, Samples.AuthorityCode, Samples.At, Samples.At.AddYears(1));
        Assert.Equal("seal.unknown", Seal.CheckCms(Content, Seal.SignCms(other, Content, Samples.At), [Samples.Key.Certificate]).Problem!.Code);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(6 * 366)]
    public void Cms_SetOutsideTheCertificatesValidity_DoesNotHold(int days) =>
        Assert.Equal("seal.date", Seal.CheckCms(Content, Seal.SignCms(Samples.Key, Content, Samples.At.AddDays(days)), [Samples.Key.Certificate]).Problem!.Code);

    [Fact]
    public void Cms_After2049_KeepsItsTime()
    {
        var late = new DateTimeOffset(2061, 3, 4, 5, 6, 7, TimeSpan.Zero);
        var key = SealKey.CreateSelfSigned("示例局", Samples.AuthorityCode, late.AddDays(-1), late.AddYears(5));
        Assert.Equal(late, Seal.CheckCms(Content, Seal.SignCms(key, Content, late), [key.Certificate]).SignedAt);
    }

    [Theory]
    [InlineData("示例局, O=假局")]
    [InlineData("示例\"局+;=\\#")]
    public void Key_NamedWithMarksOfNames_KeepsTheWholeName(string name)
    {
        var key = SealKey.FromPem(SealKey.CreateSelfSigned(name, "1", Samples.At, Samples.At.AddYears(1)).ToPem());
        Assert.Equal(name, Seal.CheckCms([], Seal.SignCms(key, [], Samples.At), [key.Certificate]).Signer);
    }

    [Fact]
    public void Key_WithTheCertificateOfAnother_IsRefused()
    {
        var other = SealKey.CreateSelfSigned("示例局", "1", Samples.At, Samples.At.AddYears(1));
        Assert.Throws<FormatException>(() => SealKey.FromPem(Samples.Key.Key.ToPem() + SealKey.CertificatePem(other.Certificate)));
        Assert.Throws<FormatException>(() => SealKey.FromPem(Samples.Key.Key.ToPem()));
        Assert.Throws<FormatException>(() => SealKey.ReadCertificate("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"));
        Assert.Empty(SealKey.ReadCertificates(""));
    }
}

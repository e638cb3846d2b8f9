using CsCheck;
using Tongban.LicenceDocuments.Signing;
using Tongban.LicenceDocuments.Tests.Support;

namespace Tongban.LicenceDocuments.Tests;

public class SealedDataVerifierTests
{
    private static readonly byte[] Json = Samples.Licence.ToCanonicalJson();
    private static readonly byte[] Signature = Seal.Sign(Samples.Key, Json);

    private static LicenceCheck Verify(byte[] json, byte[] signature) => SealedDataVerifier.Verify(json, signature,
        [SealKey.CreateSelfSigned("示例局", "1", Samples.At, Samples.At.AddYears(1)).Certificate, Samples.Key.Certificate]);

    [Fact]
    public void Untouched_IsGenuine()
    {
        var check = Verify(Json, Signature);
        Assert.True(check.Genuine);
        Assert.Equal(Samples.Licence.Identifier, check.Identifier);
    }

    [Fact]
    public void OneByteChanged_IsRefused() => Gen.Select(Gen.Int[0, Json.Length + Signature.Length - 1], Gen.Byte[1, 255]).Sample((at, change) =>
    {
        var (json, signature) = ((byte[])Json.Clone(), (byte[])Signature.Clone());
        if (at < json.Length) json[at] ^= change; else signature[at - json.Length] ^= change;
        return Verify(json, signature).Problem is not null;
    }, iter: 1000);

    [Fact]
    public void SealedTextThatIsNoDocument_IsRefused() =>
        Assert.Equal("content.form", Verify("{}"u8.ToArray(), Seal.Sign(Samples.Key, "{}"u8)).Problem!.Code);

    [Fact]
    public void TooMuchOfEither_IsRefused()
    {
        Assert.Equal("file.size", Verify(new byte[SealedDataVerifier.MostBytes + 1], Signature).Problem!.Code);
        Assert.Equal("seal.form", Verify(Json, new byte[100]).Problem!.Code);
        Assert.Equal("seal.changed", Verify(Json, []).Problem!.Code);
    }
}

using System.Text;
using CsCheck;
using Tongban.LicenceDocuments.Pdf;
using Tongban.LicenceDocuments.Signing;
using Tongban.LicenceDocuments.Tests.Support;

namespace Tongban.LicenceDocuments.Tests;

public class PdfVerifierTests
{
    private static readonly byte[] Pdf = Samples.Pdf;

    private static LicenceCheck Verify(byte[] pdf) => PdfVerifier.Verify(pdf, [Samples.Key.Certificate]);

    [Fact]
    public void Untouched_IsGenuineAndSaysWhatItIs()
    {
        var check = Verify(Pdf);
        Assert.True(check.Genuine);
        Assert.Null(check.Problem);
        Assert.All(check.Findings, f => Assert.True(f.Ok));
        Assert.Equal(Samples.Licence.ToCanonicalJson(), check.Content!.ToCanonicalJson());
        Assert.Equal(Samples.Licence.Identifier, check.Identifier);
        Assert.Equal(Samples.At, check.SignedAt);
    }

    [Fact]
    public void OneByteChanged_IsNeverGenuine() => Gen.Select(Gen.Int[0, Pdf.Length - 1], Gen.Byte[1, 255]).Sample((at, change) =>
    {
        var changed = (byte[])Pdf.Clone();
        changed[at] ^= change;
        var check = Verify(changed);
        return !check.Genuine && check is { Content: null, Problem: not null };
    }, iter: 1000);

    [Fact]
    public void OneByteChangedAroundTheSignature_IsNeverGenuine()
    {
        var from = Pdf.AsSpan().IndexOf("/ByteRange"u8);
        for (var at = from; at < from + 2400; at++)
        {
            var changed = (byte[])Pdf.Clone();
            changed[at] ^= 0x20;
            Assert.False(Verify(changed).Genuine, $"byte {at}");
        }
    }

    [Fact]
    public void CutShortAnywhere_IsNeverGenuine() =>
        Gen.Int[0, Pdf.Length - 1].Sample(length => Verify(Pdf[..length]).Problem is not null, iter: 500);

    [Fact]
    public void WithAnIncrementalUpdateAppended_IsNotSealedOverAll() =>
        Assert.Equal("seal.missing", Verify([.. Pdf, .. "\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"u8]).Problem!.Code);

    [Fact]
    public void WithASecondByteRangeAppended_IsNotSealedOverAll()
    {
        var wrapped = Encoding.Latin1.GetBytes(FormattableString.Invariant($"\n/ByteRange [0 {Pdf.Length} {Pdf.Length + 4} 9] "));
        Assert.False(Verify([.. Pdf, .. wrapped]).Genuine);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-")]
    [InlineData("%PDF-1.7 /ByteRange [0 1 2 3]")]
    [InlineData("%PDF-1.7 /ByteRange [0 9999999999 9999999999 9999999999]/Contents <00>")]
    [InlineData("%PDF-1.7 /ByteRange [0 0 0 0]")]
    [InlineData("%PDF-1.7 /ByteRange [")]
    [InlineData("%PDF-1.7 /ByteRange [0 5 5")]
    [InlineData("<html>")]
    public void MalformedFile_IsToldNotThrown(string text) => Assert.NotNull(Verify(Encoding.Latin1.GetBytes(text)).Problem);

    [Fact]
    public void RandomBytesAfterAHead_AreToldNotThrown() =>
        Gen.Byte.Array[0, 500].Sample(bytes => Verify([.. "%PDF-1.7 "u8, .. bytes]).Problem is not null);

    [Fact]
    public void AnythingWhereTheSignatureStands_IsToldNotThrown()
    {
        var at = Pdf.AsSpan().IndexOf("/Contents <30"u8) + "/Contents <".Length;
        Gen.Byte.Array[1, 200].Sample(bytes =>
        {
            var changed = (byte[])Pdf.Clone();
            Encoding.ASCII.GetBytes(Convert.ToHexString(bytes)).CopyTo(changed.AsSpan(at));
            return !Verify(changed).Genuine;
        });
    }

    [Fact]
    public void HugeFile_IsRefusedUnread()
    {
        var huge = new byte[PdfVerifier.MostBytes + 1];
        Pdf.CopyTo(huge, 0);
        Assert.Equal("file.size", Verify(huge).Problem!.Code);
    }

    [Fact]
    public void EightMegabytesOfBeginnings_AreRefusedInTime()
    {
        var many = Encoding.Latin1.GetBytes("%PDF-1.7" + string.Concat(Enumerable.Repeat("/ByteRange [0 << /Length 1 ", 300_000)));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.False(Verify(many).Genuine);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void DataThatUnpacksToTooMuch_IsRefused()
    {
        var bomb = DocumentPdf.Render(Samples.Licence with { Data = new Dictionary<string, string> { ["a"] = new('a', SealedDataVerifier.MostBytes) } }, Samples.Key, Samples.At);
        Assert.InRange(bomb.Length, 1, 70_000);
        Assert.Equal("content.form", Verify(bomb).Problem!.Code);
    }

    [Fact]
    public void SealedByAnUnknownKey_IsNotTrustedAndShowsNothing()
    {
        var other = SealKey.CreateSelfSigned(Samples.Authority, Samples.AuthorityCode, Samples.At, Samples.At.AddYears(1));
        var check = Verify(DocumentPdf.Render(Samples.Licence, other, Samples.At));
        Assert.Equal("seal.unknown", check.Problem!.Code);
        Assert.Null(check.Content);
        Assert.Contains(check.Findings, f => !f.Ok && f.Zh.Contains("信任名单"));
    }

    [Fact]
    public void IssuedInTheNameOfAnotherAuthority_IsRefused() => Assert.Equal("seal.authority",
        Verify(DocumentPdf.Render(Samples.Licence with { AuthorityCode = "11440300MB2C94128A" }, Samples.Key, Samples.At)).Problem!.Code);
}

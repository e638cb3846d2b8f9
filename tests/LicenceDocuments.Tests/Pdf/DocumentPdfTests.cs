using System.Text;
using CsCheck;
using Tongban.LicenceDocuments.Pdf;
using Tongban.LicenceDocuments.Tests.Support;
using UglyToad.PdfPig;

namespace Tongban.LicenceDocuments.Tests.Pdf;

public class DocumentPdfTests
{
    private static byte[] Render(DocumentContent document) => DocumentPdf.Render(document, Samples.Key, Samples.At);

    private static string TextOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Concat(document.GetPages().SelectMany(p => p.Letters).Select(l => l.Value));
    }

    [Fact]
    public void Licence_TextCanBeReadBack()
    {
        var text = TextOf(Samples.Pdf);
        foreach (var expected in new[] { "林晓雯", "应届毕业生接收确认书", "二〇二六年", "岭南示例大学", "440300004202611230000017", Samples.Licence.Identifier! })
            Assert.Contains(expected, text);
    }

    [Fact]
    public void Licence_IsSmall() => Assert.InRange(Samples.Pdf.Length, 1, 60_000);

    [Fact]
    public void LongDocument_GoesOnToMorePages_EachNumbered()
    {
        var pdf = Render(Samples.Decision with { Paragraphs = [.. Enumerable.Repeat(new string('据', 300), 12)] });
        using var document = PdfDocument.Open(pdf);
        Assert.InRange(document.NumberOfPages, 3, 9);
        Assert.All(document.GetPages(), page => Assert.Contains($"第 {page.Number} 页，共 {document.NumberOfPages} 页", string.Concat(page.Letters.Select(l => l.Value))));
        Assert.True(PdfVerifier.Verify(pdf, [Samples.Key.Certificate]).Genuine);
    }

    [Theory]
    [InlineData("licence")]
    [InlineData("decision")]
    public void OtherReaders_FindNothingToObjectTo(string which)
    {
        var pdf = which == "licence" ? Samples.Pdf : Render(Samples.Decision);
        Assert.Contains("No syntax or stream encoding errors", Programs.Run("qpdf", ["--check", "a.pdf"], ("a.pdf", pdf)));
        Assert.Matches(@"NotoSansSC\S*\s+CID TrueType\s+Identity-H\s+yes\s+yes\s+yes", Programs.Run("pdffonts", ["a.pdf"], ("a.pdf", pdf)));
    }

    [Fact]
    public void Pdftotext_ReadsTheChinese()
    {
        var text = Programs.Run("pdftotext", ["-enc", "UTF-8", "a.pdf", "-"], ("a.pdf", Samples.Pdf));
        foreach (var expected in new[] { "应届毕业生接收确认书", "林晓雯", "示例市南山区示例软件技术有限公司", "440300004202611230000017" })
            Assert.Contains(expected, text);
    }

    [Fact]
    public void ScreenReaders_FindHeadingTableAndSealInOrder()
    {
        var tree = Programs.Run("pdfinfo", ["-enc", "UTF-8", "-struct-text", "a.pdf"], ("a.pdf", Samples.Pdf));
        Assert.Matches("""(?s)H1.*"应届毕业生接收确认书".*Table.*TR.*TH.*"持证人".*TD.*"林晓雯".*Figure.*Figure""", tree);
        Assert.Contains("Tagged:          yes", Programs.Run("pdfinfo", ["a.pdf"], ("a.pdf", Samples.Pdf)));
    }

    [Fact]
    public void Attachment_IsTheCanonicalData() => Assert.Equal(
        Encoding.UTF8.GetString(Samples.Licence.ToCanonicalJson()),
        Programs.Run("bash", ["-c", "pdfdetach -save 1 -o a.json a.pdf && cat a.json"], ("a.pdf", Samples.Pdf)));

    [Fact]
    public void CharactersTheFontLacks_AreListed_PrintedAsABox_AndReadBackAsThemselves()
    {
        var rare = Samples.Licence with { Holder = "李\U00030EDE\U0010FFFD\uE000" };
        Assert.Equal(["\uE000", "\U0010FFFD"], DocumentPdf.MissingCharacters(rare));
        Assert.Empty(DocumentPdf.MissingCharacters(Samples.Licence));
        var pdf = Render(rare);
        Assert.Contains("李\U00030EDE\U0010FFFD\uE000", TextOf(pdf));
        Assert.True(PdfVerifier.Verify(pdf, [Samples.Key.Certificate]).Genuine);
    }

    [Fact]
    public void ControlCharactersAndVariationSelectors_AreNotPrinted() =>
        Assert.Empty(DocumentPdf.MissingCharacters(Samples.Licence with { Holder = "葛\U000E0100\u0007\u200D晓\r\n雯\t" }));

    [Fact]
    public void AnyText_GivesAFileThatIsGenuine() => Gen.Select(Gen.String, Gen.String, Gen.String, Gen.Int[0, 40]).Sample((name, value, paragraph, rows) =>
        PdfVerifier.Verify(Render(Samples.Decision with
        {
            Kind = rows % 2 == 0 ? DocumentKind.Licence : DocumentKind.Decision,
            Holder = name,
            Title = value,
            Paragraphs = [paragraph],
            Rows = [.. Enumerable.Repeat(new DocumentRow(name, value), rows)],
        }), [Samples.Key.Certificate]).Genuine, iter: 60);

    [Fact]
    public void EmptyDocument_StillGivesAFile() => Assert.True(PdfVerifier.Verify(
        Render(new() { Kind = DocumentKind.Acceptance, Title = "", Number = "", Authority = "", AuthorityCode = Samples.AuthorityCode, IssuedOn = new(2026, 11, 23), Holder = "" }),
        [Samples.Key.Certificate]).Genuine);

    [Fact]
    public void RowLongerThanAPage_GoesOnToTheNext()
    {
        using var document = PdfDocument.Open(Render(Samples.Decision with { Rows = [new("理由", new string('禾', 4000))] }));
        var text = document.GetPages().Select(p => p.Letters).ToList();
        Assert.Equal(4000, text.SelectMany(p => p).Count(l => l.Value == "禾"));
        Assert.All(text.SelectMany(p => p), letter => Assert.InRange(letter.BoundingBox.Bottom, 10, 842));
    }

    [Fact]
    public void ValuesOfATable_BeginInOneLine_HoweverLongTheLabels()
    {
        using var document = PdfDocument.Open(Render(Samples.Licence with { Rows = [new("甲", "㊀"), new("落户社区区划代码", "㊀"), new("长得一行写不下的一个项目名称", "㊀")] }));
        var starts = document.GetPage(1).Letters.Where(l => l.Value == "㊀").Select(l => l.StartBaseLine.X).ToList();
        Assert.Equal(3, starts.Count);
        Assert.Single(starts.Distinct());
    }

    [Fact]
    public void QrCode_IsALinkToo()
    {
        using var document = PdfDocument.Open(Samples.Pdf);
        Assert.Contains(document.GetPage(1).GetAnnotations(), a => a.Action is UglyToad.PdfPig.Actions.UriAction uri && uri.Uri == Samples.Licence.VerifyUrl);
    }
}

using System.Globalization;
using System.Text;
using Tongban.LicenceDocuments.Signing;

namespace Tongban.LicenceDocuments.Pdf;

/// <summary>A sealed document as a PDF: drawn, with its machine-readable content attached and its signature embedded.</summary>
public static class DocumentPdf
{
    /// <summary>The name under which the machine-readable content is attached.</summary>
    public const string AttachmentName = "document.json";

    // Room for the CMS signature, in bytes.
    private const int SignatureRoom = 3072;

    /// <summary>Draws and seals a document.</summary>
    /// <param name="document">What it says.</param>
    /// <param name="key">The authority's seal.</param>
    /// <param name="at">The time of signing.</param>
    /// <returns>The PDF's bytes: A4, one embedded font subset, one signature over all of the file.</returns>
    public static byte[] Render(DocumentContent document, SealKey key, DateTimeOffset at) =>
        PdfSignature.Embed(Draw(document, at), SignatureRoom, content => Seal.SignCms(key, content, at));

    /// <summary>The characters of a document that the font cannot show. They are printed as □; its text and data keep them.</summary>
    public static IReadOnlyList<string> MissingCharacters(DocumentContent document)
    {
        var font = new FontSubset(TrueTypeFont.NotoSansSC);
        DocumentLayout.Compose(font, document);
        return [.. font.Missing.Select(c => new Rune(c).ToString())];
    }

    private static byte[] Draw(DocumentContent document, DateTimeOffset at)
    {
        var font = new FontSubset(TrueTypeFont.NotoSansSC);
        var flow = DocumentLayout.Compose(font, document);
        var file = new PdfFile();
        var (root, pageTree, signature, field) = (file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve());
        var pages = AddPages(file, flow, pageTree, field, EmbeddedFont.Add(file, font), withOrnament: document.Kind == DocumentKind.Licence);
        file.Set(pageTree, $"<< /Type /Pages /Kids [{References(pages)}] /Count {pages.Count} >>");
        file.Set(signature, PdfSignature.Dictionary(SignatureRoom, document.Authority, at));
        // The field lies over the seal's picture and shows nothing itself: a click on the seal opens the signature.
        var nothing = file.AddRaw([], "/Type /XObject /Subtype /Form /BBox [0 0 0 0]");
        file.Set(field, $"<< /Type /Annot /Subtype /Widget /FT /Sig /T {PdfFile.TextString("seal")} /V {signature} 0 R /Rect [{flow.SealRectangle}] /F 132 /P {pages[^1]} 0 R /AP << /N {nothing} 0 R >> >>");
        var attachment = Attach(file, document, at);
        var metadata = file.AddRaw(Encoding.UTF8.GetBytes(Xmp(document)), "/Type /Metadata /Subtype /XML");
        var structure = flow.Structure.Add(file, [.. flow.Pages.Zip(pages)]);
        file.Set(root, $"<< /Type /Catalog /Pages {pageTree} 0 R /Lang (zh-CN) /MarkInfo << /Marked true >> /StructTreeRoot {structure} 0 R /Metadata {metadata} 0 R /ViewerPreferences << /DisplayDocTitle true >> " +
            $"/AcroForm << /Fields [{field} 0 R] /SigFlags 3 >> /AF [{attachment} 0 R] " +
            $"/Names << /EmbeddedFiles << /Names [{PdfFile.TextString(AttachmentName)} {attachment} 0 R] >> >> >>");
        var info = file.Add($"<< /Title {PdfFile.TextString($"{document.Title} {document.Number}")} /Author {PdfFile.TextString(document.Authority)} /CreationDate (D:{at.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}Z) >>");
        return file.Write(root, info, Tongban.Sm.Sm3.Hash(document.ToCanonicalJson())[..16]);
    }

    private static List<int> AddPages(PdfFile file, PageFlow flow, int pageTree, int field, int font, bool withOrnament)
    {
        // Behind everything, and decoration all of it.
        var behind = withOrnament ? $"{file.AddRaw(Ornament.Packed, "/Filter /FlateDecode")} 0 R " : "";
        var pages = new List<int>();
        foreach (var canvas in flow.Pages)
        {
            List<int> notes = [.. canvas.Links.Select(link => file.Add(
                $"<< /Type /Annot /Subtype /Link /Rect [{link.Rectangle}] /Border [0 0 0] /F 4 /Contents {PdfFile.TextString(link.Address)} /A << /S /URI /URI {PdfFile.TextString(link.Address)} >> >>"))];
            if (canvas == flow.Page) notes.Add(field);
            pages.Add(file.Add(
                $"<< /Type /Page /Parent {pageTree} 0 R /MediaBox [0 0 595.276 841.89] /Resources << /Font << /F1 {font} 0 R >> >> " +
                $"/StructParents {pages.Count} /Tabs /S /Contents [{behind}{file.AddStream(canvas.Content)} 0 R] /Annots [{References(notes)}] >>"));
        }
        return pages;
    }

    private static string References(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(n => $"{n} 0 R"));

    private static int Attach(PdfFile file, DocumentContent document, DateTimeOffset at)
    {
        var content = document.ToCanonicalJson();
        var stream = file.AddStream(content, string.Create(CultureInfo.InvariantCulture,
            $"/Type /EmbeddedFile /Subtype /application#2Fjson /Params << /Size {content.Length} /ModDate (D:{at.UtcDateTime:yyyyMMddHHmmss}Z) >>"));
        var name = PdfFile.TextString(AttachmentName);
        return file.Add($"<< /Type /Filespec /F {name} /UF {name} /AFRelationship /Data /EF << /F {stream} 0 R /UF {stream} 0 R >> >>");
    }

    private static string Xmp(DocumentContent document) => $"""
        <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{System.Security.SecurityElement.Escape(document.Title)}</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language></rdf:Description>
        </rdf:RDF></x:xmpmeta>
        <?xpacket end="r"?>
        """;
}

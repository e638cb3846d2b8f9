namespace Tongban.LicenceDocuments.Pdf;

/// <summary>A notice or decision: a letter under the authority's red head (after GB/T 9704).</summary>
internal static class NoticeLayout
{
    private const double Middle = Canvas.Width / 2;
    private static readonly Measures Measures = new(Left: 28, Right: 182, Top: 28, Bottom: 276, Body: 12.5, Leading: 7.9, Label: 11, Value: 11, Row: 8.8, Ink.Grey, ValueWeight: 0);

    public static PageFlow Compose(FontSubset font, DocumentContent document)
    {
        var flow = new PageFlow(font, Measures);
        flow.NewPage();
        Head(flow, document);
        flow.Y = 77;
        flow.Paragraph($"{document.Holder}{(document.HolderNumber is { Length: > 0 } number ? $"（{number}）" : "")}：", indent: false);
        foreach (var paragraph in document.Paragraphs) flow.Paragraph(paragraph, indent: true);
        flow.Y += 3;
        flow.Table(document.CaseNumber is { } caseNumber ? [new("办件编号", caseNumber), .. document.Rows] : document.Rows);
        foreach (var note in document.Notes) flow.Note(note);
        flow.Y += 6;
        // A page with nothing but the seal says which document it belongs to.
        if (flow.Room(SignOff.Height)) flow.Note($"（此页无正文，为“{document.Title}”{document.Number}的签章页）");
        SignOff.Draw(flow, Measures.Left, document);
        return flow;
    }

    private static void Head(PageFlow flow, DocumentContent document)
    {
        var page = flow.Page;
        flow.As("P", () => page.Centred(Middle, 31, 24, document.Authority, most: 154, Ink.Red, weight: 0.7, spacing: 2));
        flow.As("P", () => page.Centred(Middle, 41, 11, document.Number, most: 154));
        page.Line(Measures.Left, 45.5, Measures.Right, 45.5, 1.8, Ink.Red);
        page.Line(Measures.Left, 46.8, Measures.Right, 46.8, 0.5, Ink.Red);
        flow.As("H1", () => page.Centred(Middle, 64, 22, document.Title, most: 154, weight: 0.55, spacing: 2));
    }
}

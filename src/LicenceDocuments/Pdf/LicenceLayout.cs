namespace Tongban.LicenceDocuments.Pdf;

/// <summary>A licence: a certificate in a border, with what it attests in a table.</summary>
internal static class LicenceLayout
{
    private const double Middle = Canvas.Width / 2, SignOffTop = 212;

    public static PageFlow Compose(FontSubset font, DocumentContent document)
    {
        var rows = Rows(document);
        var measures = new Measures(Left: 31, Right: 179, Top: 34, Bottom: 266, Body: 13, Leading: 8.4, Label: 12, Value: 13.5, Row: RowHeight(rows.Count + 2 * document.Paragraphs.Count), Ink.Gold, ValueWeight: 0.2);
        var flow = new PageFlow(font, measures);
        flow.NewPage();
        Head(flow, document);
        flow.Y = 92;
        foreach (var paragraph in document.Paragraphs) flow.Paragraph(paragraph, indent: true);
        if (document.Paragraphs.Count > 0) flow.Y += 3;
        flow.Table(rows);
        foreach (var note in document.Notes) flow.Note(note);
        if (flow.Y > SignOffTop) flow.NewPage();
        flow.Y = SignOffTop;
        SignOff.Draw(flow, measures.Left, document);
        return flow;
    }

    // Few rows stand wide apart, many close together.
    private static double RowHeight(int rows) => Math.Clamp(104.0 / Math.Max(rows, 1), 9.6, 13.5);

    private static void Head(PageFlow flow, DocumentContent document)
    {
        var page = flow.Page;
        flow.As("P", () => page.Centred(Middle, 44, 14, document.Authority, most: 130, Ink.Grey, spacing: 1.3));
        flow.As("H1", () => page.Centred(Middle, 64, 33, document.Title, most: 148, weight: 0.8, spacing: 3));
        const double Y = 76;
        page.Line(Middle - 32, Y, Middle - 4, Y, 0.9, Ink.Gold);
        page.Line(Middle + 4, Y, Middle + 32, Y, 0.9, Ink.Gold);
        page.Polygon([(Middle, Y - 1.6), (Middle + 1.6, Y), (Middle, Y + 1.6), (Middle - 1.6, Y)], Ink.Gold);
    }

    private static List<DocumentRow> Rows(DocumentContent document)
    {
        var rows = new List<DocumentRow> { new("持证人", document.Holder) };
        if (document.HolderNumber is { Length: > 0 } number) rows.Add(new("证件号码", number));
        rows.AddRange(document.Rows);
        if (document.ValidFrom is { } from)
            rows.Add(new("有效期", document.ValidTo is { } to ? $"{SignOff.Day(from)}至 {SignOff.Day(to)}" : $"自 {SignOff.Day(from)}起长期有效"));
        rows.Add(new("证照编号", document.Number));
        if (document.CaseNumber is { } caseNumber) rows.Add(new("办件编号", caseNumber));
        return rows;
    }
}

using System.Globalization;

namespace Tongban.LicenceDocuments.Pdf;

/// <summary>Sets a document on pages: licences in a frame, notices as letters.</summary>
internal sealed class DocumentLayout(FontSubset font, DocumentContent document)
{
    private const string Ink2 = "0.29 0.34 0.39", Rule = "0.84 0.87 0.89", Gold = "0.66 0.49 0.20", Red = "0.71 0.19 0.11";
    private const double Left = 28, Right = 182, Bottom = 262;

    private readonly List<Canvas> pages = [];
    private Canvas page = null!;
    private double y;

    public IReadOnlyList<Canvas> Compose()
    {
        NewPage();
        Head();
        foreach (var paragraph in document.Paragraphs) Paragraph(paragraph, 12, indent: true);
        Table();
        Notes();
        Foot();
        for (var i = 0; i < pages.Count && (pages.Count > 1 || !IsLicence); i++)
            pages[i].Centred(IsLicence ? 280 : 287, 8.5, $"第 {i + 1} 页，共 {pages.Count} 页", Ink2);
        return pages;
    }

    private bool IsLicence => document.Kind == DocumentKind.Licence;

    private void NewPage()
    {
        page = new Canvas(font);
        pages.Add(page);
        y = 34;
        if (!IsLicence) return;
        page.Frame(12, 12, 186, 273, 1.6, Gold);
        page.Frame(14.5, 14.5, 181, 268, 0.5, Gold);
    }

    private void Head()
    {
        if (IsLicence)
        {
            page.Centred(44, 13, document.Authority, Ink2, spacing: 2);
            page.Centred(62, 30, document.Title, weight: 0.7, spacing: document.Title.Length < 10 ? 5 : 1.5);
            page.Line(85, 69, 125, 69, 1.4, Gold);
            y = 82;
        }
        else
        {
            page.Centred(30, 20, document.Authority, Red, weight: 0.5, spacing: 3);
            page.Line(Left, 36, Right, 36, 1.6, Red);
            page.Centred(52, 22, document.Title, weight: 0.5, spacing: 2);
            page.Text(Right - page.Measure(document.Number, 10.5), 63, 10.5, document.Number, Ink2);
            y = 76;
            Paragraph($"{document.Holder}{(document.HolderNumber is null ? "" : $"（{document.HolderNumber}）")}：", 12, indent: false);
        }
    }

    private void Paragraph(string text, double size, bool indent, string colour = "0.09 0.13 0.17")
    {
        foreach (var line in LineBreaker.Break(indent ? "　　" + text : text, Right - Left, t => page.Measure(t, size)))
        {
            Room(size * 0.65);
            page.Text(Left, y, size, line, colour);
            y += size * 0.65;
        }
        y += size * 0.16;
    }

    private void Table()
    {
        List<DocumentRow> rows = [.. Fixed(), .. document.Rows];
        if (rows.Count == 0) return;
        y += 2;
        var size = IsLicence ? 13 : 11;
        var step = IsLicence ? 8.4 : 7;
        page.Line(Left, y - step * 0.72, Right, y - step * 0.72, 0.8, IsLicence ? Gold : Ink2);
        foreach (var (label, value) in rows)
        {
            var lines = LineBreaker.Break(value, Right - Left - 44, t => page.Measure(t, size));
            Room(lines.Count * step);
            page.Text(Left + 2, y, size, label, Ink2);
            foreach (var line in lines)
            {
                page.Text(Left + 44, y, size, line, weight: IsLicence ? 0.15 : 0);
                y += step;
            }
            page.Line(Left, y - step * 0.72, Right, y - step * 0.72, 0.4, Rule);
            y += 1.8;
        }
        y += 3;
    }

    // What stands on every document of the kind.
    private IEnumerable<DocumentRow> Fixed()
    {
        if (IsLicence)
        {
            yield return new("持证人", document.Holder);
            if (document.HolderNumber is { } number) yield return new("身份证号码", number);
            yield return new("证照编号", document.Number);
        }
        if (document.CaseNumber is { } caseNumber) yield return new("办件编号", caseNumber);
        if (document.ValidFrom is { } from)
            yield return new("有效期", document.ValidTo is { } to ? $"{Day(from)}至{Day(to)}" : $"自{Day(from)}起长期有效");
    }

    private void Notes()
    {
        foreach (var note in document.Notes) Paragraph(note, 9.5, indent: false, Ink2);
    }

    private void Foot()
    {
        if (y > Bottom - 54) NewPage();
        var top = Bottom - 52;
        if (document.VerifyUrl is { } url)
        {
            QrDrawing.Draw(page, Left - 3, top, 34, url);
            page.Text(Left, top + 38, 8.5, "扫码查验真伪和状态", Ink2);
        }
        if (document.Identifier is { } identifier)
            foreach (var (line, i) in Split(identifier, 44).Select((l, i) => (l, i)))
                page.Text(Left, top + 43 + 4 * i, 7.5, line, Ink2);
        if (document.Checkpoint is { } checkpoint)
            foreach (var (line, i) in Split("账本检查点 " + checkpoint, 62).Select((l, i) => (l, i)))
                page.Text(Left, 273 + 3.6 * i, 6.5, line, Ink2);
        const double Middle = 153;
        page.Text(Middle - page.Measure(document.Authority, 12) / 2, top + 22, 12, document.Authority);
        var day = Day(document.IssuedOn);
        page.Text(Middle - page.Measure(day, 12) / 2, top + 30, 12, day);
        SealDrawing.Draw(page, Middle, top + 21, document.Authority);
    }

    private void Room(double height)
    {
        if (y + height > Bottom + 8) NewPage();
    }

    private static IEnumerable<string> Split(string text, int length)
    {
        for (var i = 0; i < text.Length; i += length) yield return text.Substring(i, Math.Min(length, text.Length - i));
    }

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year} 年 {day.Month} 月 {day.Day} 日");
}

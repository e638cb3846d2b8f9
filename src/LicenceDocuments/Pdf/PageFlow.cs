namespace Tongban.LicenceDocuments.Pdf;

/// <summary>Sizes of a layout: points for type, millimetres for distances.</summary>
internal sealed record Measures(double Left, double Right, double Top, double Bottom, double Body, double Leading, double Label, double Value, double Row, string TableInk, double ValueWeight);

/// <summary>Sets paragraphs and tables one below the other, on as many pages as they need.</summary>
internal sealed class PageFlow(FontSubset font, Measures measures)
{
    private readonly List<Canvas> pages = [];

    public IReadOnlyList<Canvas> Pages => pages;

    public Structure Structure { get; } = new();

    public Canvas Page { get; private set; } = null!;

    /// <summary>Where the next thing goes, in millimetres from the top.</summary>
    public double Y { get; set; }

    /// <summary>Where the seal is on the last page, in points.</summary>
    public string SealRectangle { get; set; } = "0 0 0 0";

    private double Width => measures.Right - measures.Left;

    public void NewPage()
    {
        Page = new Canvas(font, Structure);
        pages.Add(Page);
        Y = measures.Top;
    }

    /// <summary>Draws something as a part of the document: H1, P, Table, Figure.</summary>
    public void As(string role, Action draw, string? alternative = null) => Structure.In(Structure.Add(role, alternative), draw);

    /// <summary>Goes to a new page when there is less room than this.</summary>
    /// <returns>Whether it did.</returns>
    public bool Room(double height)
    {
        if (Y + height <= measures.Bottom) return false;
        NewPage();
        return true;
    }

    public void Paragraph(string text, bool indent) =>
        Lines(LineBreaker.Break(indent ? "　　" + text : text, Width, t => Page.Measure(t, measures.Body)), measures.Body, measures.Leading, Ink.Black);

    public void Note(string text) => Lines(LineBreaker.Break(text, Width, t => Page.Measure(t, 9.5)), 9.5, 5.5, Ink.Grey);

    public void Table(IReadOnlyList<DocumentRow> rows)
    {
        if (rows.Count == 0) return;
        Room(2 * measures.Row);
        // All values begin in one line; a label wider than the column is broken.
        var column = Math.Clamp(rows.Max(r => Page.Measure(r.Label, measures.Label)) + 8, 34, 46);
        Page.Line(measures.Left, Y, measures.Right, Y, 0.9, measures.TableInk);
        As("Table", () =>
        {
            for (var i = 0; i < rows.Count; i++) As("TR", () => Row(rows[i], column, i == rows.Count - 1));
        });
        Y += 5;
    }

    private void Row(DocumentRow row, double column, bool last)
    {
        var labels = LineBreaker.Break(row.Label, column - 6, t => Page.Measure(t, measures.Label));
        var values = LineBreaker.Break(row.Value, Width - column - 2, t => Page.Measure(t, measures.Value));
        var step = measures.Value * 0.62;
        var count = Math.Max(1, Math.Max(labels.Count, values.Count));
        var rest = measures.Row - step;
        // Half of the row's air stands above its first line and half below its last.
        if (count * step + rest < measures.Bottom - measures.Top) Room(count * step + rest);
        Y += rest / 2;
        var (head, data) = (Structure.Add("TH"), Structure.Add("TD"));
        for (var i = 0; i < count; i++)
        {
            Room(step);
            var baseline = Y + step / 2 + measures.Value * 0.134;
            if (i < labels.Count) Structure.In(head, () => Page.Text(measures.Left + 2, baseline, measures.Label, labels[i], Ink.Grey));
            if (i < values.Count) Structure.In(data, () => Page.Text(measures.Left + column, baseline, measures.Value, values[i], weight: measures.ValueWeight));
            Y += step;
        }
        Y += rest / 2;
        Page.Line(measures.Left, Y, measures.Right, Y, last ? 0.9 : 0.35, last ? measures.TableInk : Ink.Rule);
    }

    private void Lines(IReadOnlyList<string> lines, double size, double leading, string colour) => As("P", () =>
    {
        for (var i = 0; i < lines.Count; i++)
        {
            // No first line of a paragraph stands alone at the foot of a page.
            Room(i == 0 && lines.Count > 1 ? 2 * leading : leading);
            Page.Text(measures.Left, Y + leading / 2 + size * 0.134, size, lines[i], colour, spacing: i < lines.Count - 1 ? Stretch(lines[i], size) : 0);
            Y += leading;
        }
        Y += leading * 0.18;
    });

    // Full lines end together; what would need more than a hair between characters stays as it is.
    private double Stretch(string line, double size)
    {
        var spacing = (Width - Page.Measure(line, size)) / 25.4 * 72 / Math.Max(1, line.EnumerateRunes().Count() - 1);
        return spacing > 0 && spacing < size * 0.08 ? spacing : 0;
    }
}

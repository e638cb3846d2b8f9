using System.Globalization;
using System.Text;

namespace Tongban.LicenceDocuments.Pdf;

/// <summary>One A4 page to draw on. Millimetres from the top left corner; font sizes and line widths in points.</summary>
internal sealed class Canvas(FontSubset font, Structure structure)
{
    public const double Width = 210, Height = 297;
    private const double PointsPerMm = 72 / 25.4;

    private readonly StringBuilder content = new();
    private bool isPicture;

    public byte[] Content => Encoding.Latin1.GetBytes(content.ToString());

    /// <summary>The links on the page: rectangle in points, address.</summary>
    public List<(string Rectangle, string Address)> Links { get; } = [];

    /// <summary>How wide a text is, in millimetres.</summary>
    public double Measure(string text, double size)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes()) if (IsShown(rune)) width += font.WidthOf(font.Use(rune.Value));
        return width * size / 1000 / PointsPerMm;
    }

    /// <summary>Writes a line whose baseline is at y. Weight thickens the strokes, for headings; spacing is put after each character.</summary>
    public void Text(double x, double y, double size, string text, string colour = Ink.Black, double weight = 0, double spacing = 0)
    {
        Mark();
        Op($"q {colour} rg {colour} RG BT /F1 {size} Tf {spacing} Tc ");
        if (weight > 0) Op($"2 Tr {weight} w ");
        Op($"1 0 0 1 {X(x)} {Y(y)} Tm ");
        Show(text);
        Op($"ET Q ");
        Unmark();
    }

    /// <summary>A line about a middle, made smaller where it would be wider than <paramref name="most"/> millimetres.</summary>
    public void Centred(double middle, double y, double size, string text, double most, string colour = Ink.Black, double weight = 0, double spacing = 0)
    {
        var gaps = Math.Max(0, text.Length - 1) * spacing / PointsPerMm;
        var fit = Math.Min(1, most / (Measure(text, size) + gaps));
        Text(middle - (Measure(text, size) + gaps) * fit / 2, y, size * fit, text, colour, weight * fit, spacing * fit);
    }

    /// <summary>One character, turned about its baseline's middle: for text along a circle. Narrow: its width against its natural one.</summary>
    public void Turned(double x, double y, double size, string text, double radians, string colour, double weight, double narrow)
    {
        var half = Measure(text, size) * narrow / 2;
        var (sin, cos) = Math.SinCos(-radians);
        Op($"q {colour} rg {colour} RG BT /F1 {size} Tf 2 Tr {weight} w {cos * narrow} {sin * narrow} {-sin} {cos} {X(x - half * cos)} {Y(y + half * sin)} Tm ");
        Show(text);
        Op($"ET Q\n");
    }

    /// <summary>A picture of several strokes and characters, which together read as a text.</summary>
    public void Picture(string reads, Action draw)
    {
        Mark();
        content.Append(CultureInfo.InvariantCulture, $"/Span << /ActualText {PdfFile.TextString(reads)} >> BDC\n");
        isPicture = true;
        draw();
        isPicture = false;
        content.Append("EMC ");
        Unmark();
    }

    public void Line(double x1, double y1, double x2, double y2, double width, string colour) =>
        Decorate(() => Op($"q {colour} RG {width} w {X(x1)} {Y(y1)} m {X(x2)} {Y(y2)} l S Q "));

    public void Circle(double cx, double cy, double r, double width, string colour)
    {
        const double K = 0.5522847498;
        Op($"q {colour} RG {width} w {X(cx + r)} {Y(cy)} m ");
        Op($"{X(cx + r)} {Y(cy - K * r)} {X(cx + K * r)} {Y(cy - r)} {X(cx)} {Y(cy - r)} c ");
        Op($"{X(cx - K * r)} {Y(cy - r)} {X(cx - r)} {Y(cy - K * r)} {X(cx - r)} {Y(cy)} c ");
        Op($"{X(cx - r)} {Y(cy + K * r)} {X(cx - K * r)} {Y(cy + r)} {X(cx)} {Y(cy + r)} c ");
        Op($"{X(cx + K * r)} {Y(cy + r)} {X(cx + r)} {Y(cy + K * r)} {X(cx + r)} {Y(cy)} c S Q\n");
    }

    /// <summary>A filled polygon.</summary>
    public void Polygon(IEnumerable<(double X, double Y)> points, string colour) => Decorate(() =>
    {
        Op($"q {colour} rg ");
        Path(points);
        Op($"h f Q ");
    });

    /// <summary>Many open lines in one stroke.</summary>
    public void Strokes(IEnumerable<IEnumerable<(double X, double Y)>> lines, double width, string colour) => Decorate(() =>
    {
        Op($"q {colour} RG {width} w ");
        foreach (var line in lines) Path(line);
        Op($"S Q ");
    });

    /// <summary>The same closed curve turned many times about a centre: a rosette.</summary>
    public void Rosette(double cx, double cy, double rx, double ry, int times, double width, string colour) => Decorate(() =>
    {
        const double K = 0.5522847498;
        var (a, b) = (rx * PointsPerMm, ry * PointsPerMm);
        Op($"q {colour} RG {width} w 1 0 0 1 {X(cx)} {Y(cy)} cm\n");
        var (sin, cos) = Math.SinCos(Math.PI / times);
        for (var i = 0; i < times; i++)
        {
            Op($"{cos} {sin} {-sin} {cos} 0 0 cm ");
            Op($"{a} 0 m {a} {K * b} {K * a} {b} 0 {b} c {-K * a} {b} {-a} {K * b} {-a} 0 c {-a} {-K * b} {-K * a} {-b} 0 {-b} c {K * a} {-b} {a} {-K * b} {a} 0 c S\n");
        }
        Op($"Q ");
    });

    /// <summary>Many small squares in one path: a QR code.</summary>
    public void Squares(double x, double y, double side, IEnumerable<(int Column, int Row, int Length)> runs)
    {
        Mark();
        Op($"q 0 0 0 rg ");
        foreach (var (column, row, length) in runs)
            Op($"{X(x + column * side)} {Y(y + (row + 1) * side)} {length * side * PointsPerMm} {side * PointsPerMm} re ");
        Op($"f Q ");
        Unmark();
    }

    public void Link(double x, double y, double width, double height, string address) => Links.Add((Rectangle(x, y, width, height), address));

    /// <summary>A rectangle as a PDF array's members: left, bottom, right, top in points.</summary>
    public static string Rectangle(double x, double y, double width, double height) =>
        string.Create(CultureInfo.InvariantCulture, $"{X(x):0.##} {Y(y + height):0.##} {X(x + width):0.##} {Y(y):0.##}");

    private void Mark()
    {
        if (!isPicture) content.Append(structure.Mark(this));
    }

    private void Unmark() => content.Append(isPicture ? "\n" : "EMC\n");

    private void Decorate(Action draw)
    {
        if (!isPicture) content.Append("/Artifact BMC ");
        draw();
        Unmark();
    }

    private void Path(IEnumerable<(double X, double Y)> points)
    {
        var first = true;
        foreach (var (x, y) in points)
        {
            Op($"{X(x)} {Y(y)} {(first ? "m" : "l")} ");
            first = false;
        }
    }

    private void Show(string text)
    {
        content.Append('<');
        foreach (var rune in text.EnumerateRunes())
            if (IsShown(rune)) content.Append(font.Use(rune.Value).ToString("X4", CultureInfo.InvariantCulture));
        content.Append("> Tj ");
    }

    // Control characters, joiners and variation selectors have no picture of their own.
    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format)
        && rune.Value is not (>= 0xFE00 and <= 0xFE0F) and not (>= 0xE0100 and <= 0xE01EF);

    private static double X(double mm) => mm * PointsPerMm;

    private static double Y(double mm) => (Height - mm) * PointsPerMm;

    private void Op(FormattableString text)
    {
        var arguments = text.GetArguments();
        for (var i = 0; i < arguments.Length; i++)
            if (arguments[i] is double number) arguments[i] = Math.Round(number, 3);
        content.AppendFormat(CultureInfo.InvariantCulture, text.Format, arguments);
    }
}

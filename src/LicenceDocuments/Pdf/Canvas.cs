using System.Globalization;
using System.Text;

namespace Tongban.LicenceDocuments.Pdf;

/// <summary>One A4 page to draw on. Millimetres from the top left corner; colours as PDF operands ("0.7 0.1 0.1").</summary>
internal sealed class Canvas(FontSubset font)
{
    public const double Width = 210, Height = 297;
    private const double PointsPerMm = 72 / 25.4;

    private readonly StringBuilder content = new();

    public byte[] Content => Encoding.Latin1.GetBytes(content.ToString());

    /// <summary>How wide a text is, in millimetres.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">Font size in points.</param>
    public double Measure(string text, double size) => text.EnumerateRunes().Sum(r => font.WidthOf(font.Use(r.Value))) * size / 1000 / PointsPerMm;

    /// <summary>Writes a line whose baseline is at y. Weight thickens the strokes, for headings.</summary>
    public void Text(double x, double y, double size, string text, string colour = "0.09 0.13 0.17", double weight = 0, double spacing = 0)
    {
        Op($"q {colour} rg {colour} RG BT /F1 {size} Tf {spacing} Tc ");
        if (weight > 0) Op($"2 Tr {weight} w ");
        Op($"1 0 0 1 {X(x)} {Y(y)} Tm ");
        Show(text);
        Op($"ET Q\n");
    }

    public void Centred(double y, double size, string text, string colour = "0.09 0.13 0.17", double weight = 0, double spacing = 0)
    {
        var width = Measure(text, size) + Math.Max(0, text.Length - 1) * spacing / PointsPerMm;
        Text((Width - width) / 2, y, size, text, colour, weight, spacing);
    }

    /// <summary>One character, turned about its baseline's middle: for text along a circle.</summary>
    public void Turned(double x, double y, double size, string text, double radians, string colour, double weight = 0)
    {
        var half = Measure(text, size) / 2;
        var (sin, cos) = Math.SinCos(-radians);
        Op($"q {colour} rg {colour} RG BT /F1 {size} Tf 2 Tr {weight} w {cos} {sin} {-sin} {cos} {X(x - half * cos)} {Y(y + half * sin)} Tm ");
        Show(text);
        Op($"ET Q\n");
    }

    public void Line(double x1, double y1, double x2, double y2, double width, string colour) =>
        Op($"q {colour} RG {width} w {X(x1)} {Y(y1)} m {X(x2)} {Y(y2)} l S Q\n");

    public void Frame(double x, double y, double w, double h, double width, string colour) =>
        Op($"q {colour} RG {width} w {X(x)} {Y(y + h)} {w * PointsPerMm} {h * PointsPerMm} re S Q\n");

    public void Fill(double x, double y, double w, double h, string colour) =>
        Op($"q {colour} rg {X(x)} {Y(y + h)} {w * PointsPerMm} {h * PointsPerMm} re f Q\n");

    public void Circle(double cx, double cy, double r, double width, string colour)
    {
        const double K = 0.5522847498;
        Op($"q {colour} RG {width} w {X(cx + r)} {Y(cy)} m ");
        Op($"{X(cx + r)} {Y(cy - K * r)} {X(cx + K * r)} {Y(cy - r)} {X(cx)} {Y(cy - r)} c ");
        Op($"{X(cx - K * r)} {Y(cy - r)} {X(cx - r)} {Y(cy - K * r)} {X(cx - r)} {Y(cy)} c ");
        Op($"{X(cx - r)} {Y(cy + K * r)} {X(cx - K * r)} {Y(cy + r)} {X(cx)} {Y(cy + r)} c ");
        Op($"{X(cx + K * r)} {Y(cy + r)} {X(cx + r)} {Y(cy + K * r)} {X(cx + r)} {Y(cy)} c S Q\n");
    }

    public void Polygon(IEnumerable<(double X, double Y)> points, string colour)
    {
        Op($"q {colour} rg ");
        var first = true;
        foreach (var (x, y) in points)
        {
            Op($"{X(x)} {Y(y)} {(first ? "m" : "l")} ");
            first = false;
        }
        Op($"h f Q\n");
    }

    /// <summary>Many small squares in one path: a QR code.</summary>
    public void Squares(double x, double y, double side, IEnumerable<(int Column, int Row, int Length)> runs)
    {
        Op($"q 0 0 0 rg ");
        foreach (var (column, row, length) in runs)
            Op($"{X(x + column * side)} {Y(y + (row + 1) * side)} {length * side * PointsPerMm} {side * PointsPerMm} re ");
        Op($"f Q\n");
    }

    private void Show(string text)
    {
        content.Append('<');
        foreach (var rune in text.EnumerateRunes()) content.Append(font.Use(rune.Value).ToString("X4", CultureInfo.InvariantCulture));
        content.Append("> Tj ");
    }

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

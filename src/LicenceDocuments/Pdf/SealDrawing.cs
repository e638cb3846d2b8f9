namespace Tongban.LicenceDocuments.Pdf;

/// <summary>The picture of a round official seal, 42 mm across: a ring, the authority's name along it, a star.</summary>
internal static class SealDrawing
{
    public const double Radius = 21;
    private const string Red = "0.84 0.09 0.10";

    // The name goes around five eighths of the ring at most, its characters are narrow and tall.
    private const double MostArc = Math.PI * 1.24, MostStep = 0.38, Tallest = 5.6, Narrowest = 0.5, Widest = 0.82;

    // Read aloud or searched, the ring is one name and not a heap of characters.
    public static void Draw(Canvas page, double cx, double cy, string authority) =>
        page.Picture($"{authority}电子印章", () => Strokes(page, cx, cy, authority));

    private static void Strokes(Canvas page, double cx, double cy, string authority)
    {
        page.Circle(cx, cy, Radius - 0.6, 3.4, Red);
        page.Polygon(Star(cx, cy, 6.8), Red);
        var name = authority.EnumerateRunes().ToArray();
        var step = Math.Min(MostArc / name.Length, MostStep);
        var radius = Radius - 2.6 - Tallest;
        var narrow = Math.Clamp(step * (radius + 1.2) / Tallest * 0.96, Narrowest, Widest);
        for (var i = 0; i < name.Length; i++)
        {
            var angle = (i - (name.Length - 1) / 2.0) * step;
            var foot = radius + 0.7;
            page.Turned(cx + foot * Math.Sin(angle), cy - foot * Math.Cos(angle), Tallest / 25.4 * 72, name[i].ToString(), angle, Red, 0.25, narrow);
        }
        page.Centred(cx, cy + 15, 9.5, "电子印章", most: 20, Red, weight: 0.25, spacing: 0.3);
    }

    private static IEnumerable<(double, double)> Star(double cx, double cy, double r)
    {
        for (var i = 0; i < 10; i++)
        {
            var (sin, cos) = Math.SinCos(Math.PI * i / 5);
            var length = i % 2 == 0 ? r : r * 0.382;
            yield return (cx + length * sin, cy - length * cos);
        }
    }
}

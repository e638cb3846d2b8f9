namespace Tongban.LicenceDocuments.Pdf;

/// <summary>The picture of a round official seal: a ring, the authority's name along it, a star.</summary>
internal static class SealDrawing
{
    public const double Radius = 21;
    private const string Red = "0.80 0.10 0.09";

    public static void Draw(Canvas page, double cx, double cy, string authority)
    {
        page.Circle(cx, cy, Radius, 3.2, Red);
        page.Circle(cx, cy, Radius - 1.5, 0.5, Red);
        page.Polygon(Star(cx, cy, 6.2), Red);
        var size = Math.Clamp(170.0 / Math.Max(authority.Length, 9), 8, 15);
        var step = Math.Min(Math.PI * 1.42 / Math.Max(authority.Length - 1, 1), 0.36);
        for (var i = 0; i < authority.Length; i++)
        {
            var angle = (i - (authority.Length - 1) / 2.0) * step;
            var r = Radius - 7.2;
            page.Turned(cx + r * Math.Sin(angle), cy - r * Math.Cos(angle), size, authority[i].ToString(), angle, Red, 0.3);
        }
        page.Text(cx - page.Measure("电子印章", 9) / 2, cy + 13.5, 9, "电子印章", Red, 0.2);
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

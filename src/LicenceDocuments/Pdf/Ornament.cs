namespace Tongban.LicenceDocuments.Pdf;

/// <summary>What is behind every licence: a border of key fret (回纹) and a pale rosette. The same for all, drawn once.</summary>
internal static class Ornament
{
    // Corners of 8 leave 174 × 261 between them: 30 × 45 spirals of 5.8.
    private const double Edge = 10, Band = 8, Unit = 5.8;

    /// <summary>The drawing's operators, compressed.</summary>
    public static byte[] Packed => Drawn.Value;

    private static readonly Lazy<byte[]> Drawn = new(() =>
    {
        var page = new Canvas(new FontSubset(TrueTypeFont.NotoSansSC), new Structure());
        page.Rosette(Canvas.Width / 2, 140, 62, 27, 30, 0.35, Ink.Haze);
        page.Rosette(Canvas.Width / 2, 140, 30, 13, 24, 0.35, Ink.Haze);
        page.Strokes([Box(Edge), Box(Edge + Band)], 0.9, Ink.Gold);
        page.Strokes([Box(Edge + Band + 1.4)], 0.35, Ink.Gold);
        page.Strokes(Fret(), 0.75, Ink.Gold);
        page.Strokes(Corners(), 0.75, Ink.Gold);
        return PdfFile.Pack(page.Content);
    });

    private static IEnumerable<(double, double)> Box(double inset)
    {
        var (right, bottom) = (Canvas.Width - inset, Canvas.Height - inset);
        return [(inset, inset), (right, inset), (right, bottom), (inset, bottom), (inset, inset), (right, inset)];
    }

    private static IEnumerable<IEnumerable<(double, double)>> Fret()
    {
        const double First = Edge + Band + Unit / 2, Middle = Edge + Band / 2;
        for (var i = 0; i < 30; i++)
        {
            var x = First + i * Unit;
            yield return Spiral(x, Middle, i % 2 == 0 ? 1 : -1, 1);
            yield return Spiral(x, Canvas.Height - Middle, i % 2 == 0 ? 1 : -1, -1);
        }
        for (var i = 0; i < 45; i++)
        {
            var y = First + i * Unit;
            yield return Spiral(Middle, y, 1, i % 2 == 0 ? 1 : -1);
            yield return Spiral(Canvas.Width - Middle, y, -1, i % 2 == 0 ? 1 : -1);
        }
    }

    // A square spiral of three windings about a centre; the signs mirror it.
    private static IEnumerable<(double, double)> Spiral(double cx, double cy, int sx, int sy) =>
        new (double X, double Y)[] { (-2.3, 2.3), (-2.3, -2.3), (2.3, -2.3), (2.3, 2.3), (-1.1, 2.3), (-1.1, -1.1), (1.1, -1.1), (1.1, 1.1), (0, 1.1), (0, 0) }
            .Select(p => (cx + sx * p.X, cy + sy * p.Y));

    private static IEnumerable<IEnumerable<(double, double)>> Corners()
    {
        foreach (var x in new[] { Edge + Band / 2, Canvas.Width - Edge - Band / 2 })
            foreach (var y in new[] { Edge + Band / 2, Canvas.Height - Edge - Band / 2 })
                foreach (var r in new[] { 2.9, 1.9, 0.9 })
                    yield return [(x, y - r), (x + r, y), (x, y + r), (x - r, y), (x, y - r), (x + r, y)];
    }
}

using System.Buffers.Binary;
using System.IO.Compression;

namespace Tongban.LicenceDocuments.Pdf;

/// <summary>A TrueType font as a document needs it: which glyph shows a character, how wide it is, what its outline is.</summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] data;
    private readonly Dictionary<string, (int Offset, int Length)> tables = [];
    private readonly Dictionary<int, int> glyphs = [];
    private readonly int longMetrics;
    private readonly bool longLocations;

    /// <summary>Noto Sans SC Regular (SIL Open Font License 1.1), the one that ships with the library.</summary>
    public static TrueTypeFont NotoSansSC => Shipped.Value;

    private static readonly Lazy<TrueTypeFont> Shipped = new(() =>
    {
        using var packed = typeof(TrueTypeFont).Assembly.GetManifestResourceStream("NotoSansSC-Regular.ttf.gz")!;
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var memory = new MemoryStream(11 << 20);
        unpacked.CopyTo(memory);
        return new TrueTypeFont(memory.ToArray());
    });

    public TrueTypeFont(byte[] data)
    {
        this.data = data;
        for (var i = 0; i < U16(4); i++)
        {
            var record = 12 + 16 * i;
            tables[System.Text.Encoding.ASCII.GetString(data, record, 4)] = ((int)U32(record + 8), (int)U32(record + 12));
        }
        UnitsPerEm = U16(At("head") + 18);
        longLocations = U16(At("head") + 50) == 1;
        longMetrics = U16(At("hhea") + 34);
        Ascent = S16(At("hhea") + 4);
        Descent = S16(At("hhea") + 6);
        ReadCharacters();
    }

    public int UnitsPerEm { get; }
    public int Ascent { get; }
    public int Descent { get; }

    /// <summary>The glyph of a code point; 0 when the font has none.</summary>
    public int GlyphOf(int codePoint) => glyphs.GetValueOrDefault(codePoint);

    /// <summary>Advance width, in thousandths of the font size.</summary>
    public int WidthOf(int glyph) =>
        U16(At("hmtx") + 4 * Math.Min(glyph, longMetrics - 1)) * 1000 / UnitsPerEm;

    public int AdvanceOf(int glyph) => U16(At("hmtx") + 4 * Math.Min(glyph, longMetrics - 1));

    public short BearingOf(int glyph) => glyph < longMetrics
        ? S16(At("hmtx") + 4 * glyph + 2)
        : S16(At("hmtx") + 4 * longMetrics + 2 * (glyph - longMetrics));

    /// <summary>The outline's bytes.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var (from, to) = (Location(glyph), Location(glyph + 1));
        return data.AsSpan(At("glyf") + from, to - from);
    }

    public ReadOnlySpan<byte> Table(string name) => data.AsSpan(tables[name].Offset, tables[name].Length);

    private int Location(int glyph) => longLocations ? (int)U32(At("loca") + 4 * glyph) : 2 * U16(At("loca") + 2 * glyph);

    // The character map with the most: format 12 (all of Unicode), else format 4 (its first plane).
    private void ReadCharacters()
    {
        var cmap = At("cmap");
        var chosen = (Format: 0, Offset: 0);
        for (var i = 0; i < U16(cmap + 2); i++)
        {
            var offset = cmap + (int)U32(cmap + 4 + 8 * i + 4);
            if (U16(offset) is 4 or 12 && U16(offset) > chosen.Format) chosen = (U16(offset), offset);
        }
        if (chosen.Format == 12) ReadGroups(chosen.Offset);
        else if (chosen.Format == 4) ReadSegments(chosen.Offset);
    }

    private void ReadGroups(int map)
    {
        for (var i = 0; i < U32(map + 12); i++)
        {
            var group = map + 16 + 12 * i;
            var (first, last, glyph) = ((int)U32(group), (int)U32(group + 4), (int)U32(group + 8));
            for (var c = first; c <= last; c++) glyphs[c] = glyph + c - first;
        }
    }

    private void ReadSegments(int map)
    {
        var segments = U16(map + 6) / 2;
        for (var i = 0; i < segments; i++)
        {
            var (last, first) = (U16(map + 14 + 2 * i), U16(map + 16 + 2 * (segments + i)));
            var (delta, range) = (U16(map + 16 + 2 * (2 * segments + i)), U16(map + 16 + 2 * (3 * segments + i)));
            for (int c = first; c <= last && c != 0xFFFF; c++)
            {
                var glyph = range == 0 ? c : U16(map + 16 + 2 * (3 * segments + i) + range + 2 * (c - first));
                if (glyph != 0) glyphs[c] = (glyph + delta) & 0xFFFF;
            }
        }
    }

    private int At(string table) => tables[table].Offset;
    private ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));
    private short S16(int at) => BinaryPrimitives.ReadInt16BigEndian(data.AsSpan(at));
    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(at));
}

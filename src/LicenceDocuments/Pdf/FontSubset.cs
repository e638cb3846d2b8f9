using System.Buffers.Binary;

namespace Tongban.LicenceDocuments.Pdf;

/// <summary>The glyphs that one document uses, numbered anew from 1, and the small font that holds only them.</summary>
internal sealed class FontSubset(TrueTypeFont font)
{
    // Each character has a number of its own, even where two share a picture: so each is read back as itself.
    private readonly Dictionary<int, int> characterNumbers = [];
    private readonly Dictionary<int, int> partNumbers = [];
    private readonly List<int> order = [0];
    private readonly List<int> characters = [0];

    public TrueTypeFont Font => font;

    /// <summary>Code points that the font cannot show; they appear as an empty box and are read back as themselves.</summary>
    public SortedSet<int> Missing { get; } = [];

    public int Count => order.Count;

    /// <summary>The number of a character.</summary>
    public int Use(int codePoint)
    {
        if (characterNumbers.TryGetValue(codePoint, out var known)) return known;
        var glyph = font.GlyphOf(codePoint);
        if (glyph == 0) Missing.Add(codePoint);
        characters.Add(codePoint);
        order.Add(glyph == 0 ? font.GlyphOf('□') : glyph);
        return characterNumbers[codePoint] = order.Count - 1;
    }

    public int WidthOf(int number) => font.WidthOf(order[number]);

    /// <summary>The character that a number stands for; 0 for parts of composed glyphs.</summary>
    public int CharacterOf(int number) => number < characters.Count ? characters[number] : 0;

    /// <summary>The font file: glyf, head, hhea, hmtx, loca and maxp, all that a PDF asks for.</summary>
    public byte[] Build()
    {
        var outlines = new List<byte[]>();
        for (var i = 0; i < order.Count; i++) outlines.Add(Renumber(font.Outline(order[i]).ToArray()));
        var glyf = new MemoryStream();
        var loca = new byte[4 * (outlines.Count + 1)];
        var hmtx = new byte[4 * outlines.Count];
        for (var i = 0; i < outlines.Count; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * i), (uint)glyf.Length);
            glyf.Write(outlines[i]);
            while (glyf.Length % 4 != 0) glyf.WriteByte(0);
            BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(4 * i), (ushort)font.AdvanceOf(order[i]));
            BinaryPrimitives.WriteInt16BigEndian(hmtx.AsSpan(4 * i + 2), font.BearingOf(order[i]));
        }
        BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * outlines.Count), (uint)glyf.Length);
        var (head, hhea, maxp) = (font.Table("head").ToArray(), font.Table("hhea").ToArray(), font.Table("maxp").ToArray());
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)outlines.Count);
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)outlines.Count);
        return Assemble([("glyf", glyf.ToArray()), ("head", head), ("hhea", hhea), ("hmtx", hmtx), ("loca", loca), ("maxp", maxp)]);
    }

    private int Part(int glyph)
    {
        if (partNumbers.TryGetValue(glyph, out var known)) return known;
        order.Add(glyph);
        return partNumbers[glyph] = order.Count - 1;
    }

    // A composed glyph names its parts by number: take the parts too, and write their new numbers.
    private byte[] Renumber(byte[] outline)
    {
        if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0) return outline;
        const int WordArguments = 1, Scale = 8, More = 32, TwoScales = 64, Matrix = 128;
        for (var at = 10; ;)
        {
            var flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            var part = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2));
            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), (ushort)Part(part));
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2)
                + ((flags & Scale) != 0 ? 2 : (flags & TwoScales) != 0 ? 4 : (flags & Matrix) != 0 ? 8 : 0);
            if ((flags & More) == 0) return outline;
        }
    }

    private static byte[] Assemble((string Tag, byte[] Data)[] tables)
    {
        var file = new MemoryStream();
        var header = new byte[12 + 16 * tables.Length];
        BinaryPrimitives.WriteUInt32BigEndian(header, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(4), (ushort)tables.Length);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(6), 64);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(8), 2);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(10), (ushort)(16 * tables.Length - 64));
        file.Write(header);
        for (var i = 0; i < tables.Length; i++)
        {
            var record = header.AsSpan(12 + 16 * i);
            System.Text.Encoding.ASCII.GetBytes(tables[i].Tag, record);
            BinaryPrimitives.WriteUInt32BigEndian(record[4..], Sum(tables[i].Data));
            BinaryPrimitives.WriteUInt32BigEndian(record[8..], (uint)file.Length);
            BinaryPrimitives.WriteUInt32BigEndian(record[12..], (uint)tables[i].Data.Length);
            file.Write(tables[i].Data);
            while (file.Length % 4 != 0) file.WriteByte(0);
        }
        file.Position = 0;
        file.Write(header);
        return file.ToArray();
    }

    private static uint Sum(byte[] data)
    {
        uint sum = 0;
        for (var i = 0; i < data.Length; i++) sum += (uint)data[i] << 24 - 8 * (i % 4);
        return sum;
    }
}

using System.Globalization;
using System.Text;

namespace Tongban.LicenceDocuments.Pdf;

/// <summary>Puts a font subset into a PDF: a Type 0 font over its glyph numbers, with widths and the way back to Unicode.</summary>
internal static class EmbeddedFont
{
    private const string Name = "TONGBA+NotoSansSC-Regular";

    public static int Add(PdfFile file, FontSubset subset)
    {
        // Building the file takes along the parts of composed glyphs: first of all.
        var program = subset.Build();
        var data = file.AddStream(program, string.Create(CultureInfo.InvariantCulture, $"/Length1 {program.Length}"));
        var scale = 1000.0 / subset.Font.UnitsPerEm;
        var descriptor = file.Add(string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /FontDescriptor /FontName /{Name} /Flags 4 /FontBBox [-1000 -300 2000 1100] /ItalicAngle 0 /Ascent {subset.Font.Ascent * scale:0} /Descent {subset.Font.Descent * scale:0} /CapHeight 733 /StemV 80 /FontFile2 {data} 0 R >>"));
        var widths = string.Join(' ', Enumerable.Range(0, subset.Count).Select(subset.WidthOf));
        var descendant = file.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{Name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> " +
            $"/FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /DW 1000 /W [0 [{widths}]] >>");
        var unicode = file.AddStream(Encoding.ASCII.GetBytes(ToUnicode(subset)));
        return file.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /{Name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>");
    }

    private static string ToUnicode(FontSubset subset)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var part in Enumerable.Range(1, subset.Count - 1).Where(n => subset.CharacterOf(n) != 0).Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var number in part)
                map.Append(CultureInfo.InvariantCulture, $"<{number:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(subset.CharacterOf(number))))}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }
}

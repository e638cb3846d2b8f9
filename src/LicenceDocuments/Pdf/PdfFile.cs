using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Tongban.LicenceDocuments.Pdf;

/// <summary>Writes the objects of a PDF 1.7 file (ISO 32000-1) and its cross-reference table.</summary>
internal sealed class PdfFile
{
    private readonly List<byte[]?> objects = [null];

    /// <summary>A number for an object to be written later.</summary>
    public int Reserve()
    {
        objects.Add(null);
        return objects.Count - 1;
    }

    public int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    public void Set(int number, string body) => objects[number] = Encoding.Latin1.GetBytes(body);

    /// <summary>A compressed stream.</summary>
    public int AddStream(byte[] content, string entries = "") => AddRaw(Pack(content), $"/Filter /FlateDecode {entries}");

    /// <summary>Compresses for /FlateDecode.</summary>
    public static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(content);
        return packed.ToArray();
    }

    public int AddRaw(byte[] content, string entries)
    {
        var number = Reserve();
        var head = Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<< /Length {content.Length} {entries} >>\nstream\n"));
        objects[number] = [.. head, .. content, .. "\nendstream"u8];
        return number;
    }

    /// <summary>The file's bytes.</summary>
    /// <param name="root">Number of the catalogue.</param>
    /// <param name="info">Number of the information dictionary.</param>
    /// <param name="id">What identifies the file.</param>
    public byte[] Write(int root, int info, byte[] id)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"u8);
        var offsets = new long[objects.Count];
        for (var i = 1; i < objects.Count; i++)
        {
            offsets[i] = file.Position;
            Text(file, $"{i} 0 obj\n");
            file.Write(objects[i]);
            Text(file, $"\nendobj\n");
        }
        var table = file.Position;
        Text(file, $"xref\n0 {objects.Count}\n0000000000 65535 f \n");
        for (var i = 1; i < objects.Count; i++) Text(file, $"{offsets[i]:0000000000} 00000 n \n");
        var hex = Convert.ToHexString(id);
        Text(file, $"trailer\n<< /Size {objects.Count} /Root {root} 0 R /Info {info} 0 R /ID [<{hex}> <{hex}>] >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>A text string in UTF-16 (ISO 32000-1 §7.9.2.2), in hexadecimal.</summary>
    public static string TextString(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static void Text(MemoryStream file, FormattableString text) => file.Write(Encoding.Latin1.GetBytes(FormattableString.Invariant(text)));
}

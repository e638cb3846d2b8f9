using System.Globalization;
using System.Text;

namespace Tongban.LicenceDocuments.Pdf;

/// <summary>The signature inside a PDF (ISO 32000-1 §12.8): it covers every byte of the file but its own.</summary>
internal static class PdfSignature
{
    private const string RangeRoom = "/ByteRange [0 0000000000 0000000000 0000000000]";

    /// <summary>The signature dictionary with room for what is known only when the file is written.</summary>
    public static string Dictionary(int room, string signer, DateTimeOffset at) =>
        $"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached {RangeRoom} /Contents <{new string('0', 2 * room)}> " +
        $"/Name {PdfFile.TextString(signer)} /M (D:{at.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}Z) >>";

    public static byte[] Embed(byte[] pdf, int room, Func<byte[], byte[]> sign)
    {
        var range = pdf.AsSpan().IndexOf(Encoding.ASCII.GetBytes(RangeRoom));
        var open = range + pdf.AsSpan(range).IndexOf("/Contents <"u8) + "/Contents ".Length;
        var close = open + 2 * room + 2;
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"/ByteRange [0 {open,10} {close,10} {pdf.Length - close,10}]"), pdf.AsSpan(range));
        var signature = sign([.. pdf.AsSpan(0, open), .. pdf.AsSpan(close)]);
        if (signature.Length > room) throw new InvalidOperationException($"The signature has {signature.Length} bytes; there is room for {room}.");
        Encoding.ASCII.GetBytes(Convert.ToHexString(signature), pdf.AsSpan(open + 1));
        return pdf;
    }
}

using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Tongban.LicenceDocuments.Pdf;

/// <summary>A PDF taken apart as far as checking its seal needs: no object is followed, no table is believed.</summary>
internal static partial class SealedPdf
{
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789ABCDEF"u8);

    /// <summary>The signed bytes and the signature, when the last signature covers the file from its first byte to its last
    /// but for its own hexadecimal digits; else null.</summary>
    public static (byte[] Signed, byte[] Cms)? Open(byte[] pdf)
    {
        if (Range(pdf) is not [0, var open, var close, var rest] || open < 1 || close < open + 2 || rest < 1 || close + rest != pdf.Length
            || pdf[open] != '<' || pdf[close - 1] != '>' || !pdf.AsSpan(0, (int)open).EndsWith("/Contents "u8)) return null;
        var hex = pdf.AsSpan((int)open + 1, (int)(close - open) - 2);
        if (hex.Length % 2 != 0 || hex.ContainsAnyExcept(HexDigits)) return null;
        var room = Convert.FromHexString(hex);
        return DerLength(room) is { } length && !room.AsSpan(length).ContainsAnyExcept((byte)0)
            ? ([.. pdf.AsSpan(0, (int)open), .. pdf.AsSpan((int)close)], room[..length])
            : null;
    }

    /// <summary>The attached data of a file whose seal holds; null when there is none, or more than <paramref name="most"/> bytes.</summary>
    public static byte[]? Attachment(byte[] pdf, int most)
    {
        if (EmbeddedFile().Match(Encoding.Latin1.GetString(pdf)) is not { Success: true } match) return null;
        var (from, length) = (match.Index + match.Length, (int)Number(match.Groups[1].ValueSpan));
        if (length > pdf.Length - from) return null;
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(pdf, from, length), CompressionMode.Decompress);
            var content = new byte[most + 1];
            var read = zlib.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            return read > most ? null : content[..read];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static long[] Range(byte[] pdf)
    {
        var at = pdf.AsSpan().LastIndexOf("/ByteRange ["u8);
        if (at < 0) return [];
        var match = ByteRange().Match(Encoding.Latin1.GetString(pdf.AsSpan(at, Math.Min(64, pdf.Length - at))));
        return match.Success ? [.. match.Groups.Values.Skip(1).Select(g => Number(g.ValueSpan))] : [];
    }

    private static long Number(ReadOnlySpan<char> digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    // How long the DER value at the beginning is; the rest of the room is zeros.
    private static int? DerLength(ReadOnlySpan<byte> room)
    {
        var length = room switch
        {
            [0x30, < 0x80 and var n, ..] => 2 + n,
            [0x30, 0x81, var n, ..] => 3 + n,
            [0x30, 0x82, var a, var b, ..] => 4 + (a << 8 | b),
            _ => int.MaxValue,
        };
        return length <= room.Length ? length : null;
    }

    [GeneratedRegex(@"^/ByteRange \[([0-9]) +([0-9]{1,10}) +([0-9]{1,10}) +([0-9]{1,10})\]")]
    private static partial Regex ByteRange();

    [GeneratedRegex(@"<< /Length ([0-9]{1,8}) /Filter /FlateDecode /Type /EmbeddedFile [^\n]{0,200}>>\nstream\n")]
    private static partial Regex EmbeddedFile();
}

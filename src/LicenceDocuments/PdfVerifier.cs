using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Org.BouncyCastle.X509;
using Tongban.LicenceDocuments.Signing;

namespace Tongban.LicenceDocuments;

/// <summary>Checks a sealed PDF without a network: the signature covers every byte, it holds, and its certificate is trusted.</summary>
public static partial class PdfVerifier
{
    /// <summary>A larger file is not one of ours, in bytes.</summary>
    public const int MostBytes = 8 << 20;

    private const int MostContent = 1 << 20;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEF");

    /// <summary>Checks a file; never throws, whatever the bytes are.</summary>
    /// <param name="pdf">The file.</param>
    /// <param name="trusted">Certificates of the authorities' seals.</param>
    public static LicenceCheck Verify(byte[] pdf, IReadOnlyCollection<X509Certificate> trusted)
    {
        if (pdf.Length > MostBytes || !pdf.AsSpan().StartsWith("%PDF-"u8))
            return Failed("这不是电子证照文件，请上传下载到的 PDF 原件", "This is no licence file; please give the PDF as it was downloaded");
        if (Signature(pdf) is not var (signedBytes, cms) || cms.Length == 0)
            return Failed("文件没有覆盖全文的电子印章，可能被改过，或者是打印、截图后另存的", "The file has no seal over all of it: it was changed, or saved again from a print or picture");
        var seal = Seal.CheckCms(signedBytes, cms);
        if (!seal.Holds) return Failed("电子印章和内容对不上：文件被改过", "The seal does not fit the content: the file was changed");
        var content = Attachment(pdf) is { } json ? DocumentContent.FromJson(json) : null;
        var isTrusted = trusted.Any(t => t.Equals(seal.Certificate));
        return new LicenceCheck(
            [
                new(true, $"内容完整，没有被改过；盖章时间 {Time(seal.SignedAt)}", $"Intact since it was sealed at {Time(seal.SignedAt)}"),
                isTrusted
                    ? new(true, $"由“{seal.Signer}”盖章，证书可信", $"Sealed by {seal.Signer}; the certificate is trusted")
                    : new(false, $"盖章证书（{seal.Signer}）不在信任名单里", $"The seal's certificate ({seal.Signer}) is not on the list of trusted ones"),
                content is not null
                    ? new(true, "机读数据可以读出", "The machine-readable data can be read")
                    : new(false, "机读数据读不出来", "The machine-readable data cannot be read"),
            ], content, seal.Certificate, seal.SignedAt);
    }

    private static LicenceCheck Failed(string zh, string en) => new([new(false, zh, en)], null, null, null);

    private static string Time(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "?";

    // The last signature must cover the file from its first byte to its last, but for its own hexadecimal digits.
    private static (byte[] Signed, byte[] Cms)? Signature(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        if (ByteRange().Matches(text) is not [.., var match]) return null;
        var range = Enumerable.Range(1, 4).Select(i => long.TryParse(match.Groups[i].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).ToArray();
        if (range is not [0, > 0 and var open, var close, > 0 and var rest] || close <= open + 2 || close + rest != pdf.Length
            || pdf[open] != '<' || pdf[close - 1] != '>') return null;
        var hex = text.AsSpan((int)open + 1, (int)(close - open) - 2);
        if (hex.Length % 2 != 0 || hex.ContainsAnyExcept(HexDigits)) return null;
        var room = Convert.FromHexString(hex);
        return DerLength(room) is not { } length ? null
            : room.AsSpan(length).ContainsAnyExcept((byte)0) ? null
            : ([.. pdf.AsSpan(0, (int)open), .. pdf.AsSpan((int)close)], room[..length]);
    }

    // How long the DER value at the beginning is; the rest of the room is zeros.
    private static int? DerLength(ReadOnlySpan<byte> room) => room switch
    {
        [0x30, < 0x80 and var n, ..] when 2 + n <= room.Length => 2 + n,
        [0x30, 0x81, var n, ..] when 3 + n <= room.Length => 3 + n,
        [0x30, 0x82, var a, var b, ..] when 4 + (a << 8 | b) <= room.Length => 4 + (a << 8 | b),
        _ => null,
    };

    private static byte[]? Attachment(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        if (EmbeddedFile().Match(text) is not { Success: true } match
            || !int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || match.Index + match.Length + (long)length > pdf.Length) return null;
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(pdf, match.Index + match.Length, length), CompressionMode.Decompress);
            var content = new byte[MostContent];
            var read = zlib.ReadAtLeast(content, MostContent, throwOnEndOfStream: false);
            return read == MostContent ? null : content[..read];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"/ByteRange \[(\d) +(\d{1,10}) +(\d{1,10}) +(\d{1,10})\]")]
    private static partial Regex ByteRange();

    [GeneratedRegex(@"<< /Length (\d{1,8}) /Filter /FlateDecode /Type /EmbeddedFile [^\n]{0,200}>>\nstream\n")]
    private static partial Regex EmbeddedFile();
}

using System.Text;
using Tongban.Hall.Platform.Files;

namespace Tongban.Hall.Tests.Platform.Files;

public class UploadCheckTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 10, 0, 0, 0, 10, 8, 2, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82];

    public static TheoryData<string, byte[], string?> Files => new()
    {
        { "picture.png", Png, null },
        { "photo.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 0xFF, 0xD9], null },
        { "paper.pdf", Bytes("%PDF-1.4\n1 0 obj\nendobj\n%%EOF\n"), null },
        { "empty.pdf", [], "file.empty" },
        { "program.pdf", Bytes("MZ program"), "file.kind" },
        { "cut.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2], "file.kind" },
        { "cut.pdf", Bytes("%PDF-1.4\n1 0 obj"), "file.kind" },
        { "page.html", Bytes("<html><script>alert(1)</script></html>"), "file.kind" },
        { "locked.pdf", Bytes("%PDF-1.4\n<</Encrypt 5 0 R>>\n%%EOF"), "file.password" },
        { "active.pdf", Bytes("%PDF-1.4\n<</S/JavaScript/JS(app.alert(1))>>\n%%EOF"), "file.active" },
        { "polyglot.pdf", Bytes("%PDF-1.4\n<</Type/EmbeddedFile>>PK\u0003\u0004\n%%EOF"), "file.active" },
        { "virus.pdf", Bytes("%PDF-1.4\n" + @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*\n%%EOF"), "file.infected" },
        { "flood.png", [.. Png[..16], 0, 1, 0, 0, 0, 1, 0, 0, .. Png[24..]], "file.kind" },
        { "polyglot.png", [.. Png, .. Bytes("PK\u0003\u0004")], "file.kind" },
        { "large.pdf", [.. Bytes("%PDF-1.4\n"), .. new byte[11 << 20], .. Bytes("%%EOF")], "file.too-large" },
        { new string('n', 201), Png, "file.name" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void File_IsTakenByItsContent_OrRefusedWithItsReason(string name, byte[] content, string? refusal) =>
        Assert.Equal(refusal, UploadCheck.Check(content, name).Refusal?.Code);

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}

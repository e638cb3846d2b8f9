using Tongban.Hall.Platform.Outcomes;

namespace Tongban.Hall.Platform.Files;

/// <summary>The local steps of the pipeline for uploads: size, emptiness, kind by content, and what hides inside.</summary>
public static class UploadCheck
{
    public const int MostBytes = 10 << 20;

    // The EICAR test file, in two halves so that no scanner takes this program for it.
    private static readonly byte[] TestVirus = System.Text.Encoding.ASCII.GetBytes(
        @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    // The last chunk of every PNG: whatever hides behind a picture is refused.
    private static ReadOnlySpan<byte> PngEnd => [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82];

    /// <summary>The content type that the bytes prove; or why the file is refused.</summary>
    public static Outcome<string> Check(byte[] content, string name, int mostMegabytes = 10)
    {
        var most = Math.Min(MostBytes, mostMegabytes << 20);
        if (content.Length == 0) return Refusals.FileEmpty;
        if (content.Length > most) return Refusals.FileTooLarge(most >> 20, content.Length / 1048576.0);
        if (content.AsSpan().IndexOf(TestVirus) >= 0) return Refusals.FileInfected;
        if (Kind(content) is not { } kind) return Refusals.FileKind;
        if (kind == "application/pdf" && Has(content, "/Encrypt")) return Refusals.FilePassword;
        if (kind == "application/pdf" && (Has(content, "/JavaScript") || Has(content, "/Launch") || Has(content, "/EmbeddedFile"))) return Refusals.FileActive;
        return name.Length > 200 ? Refusals.FileName : kind;
    }

    private static string? Kind(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) && content.EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]) ? "image/jpeg"
        : content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) && content.EndsWith(PngEnd) && SmallEnough(content) ? "image/png"
        : content.StartsWith("%PDF-"u8) && content[^Math.Min(1024, content.Length)..].IndexOf("%%EOF"u8) >= 0 ? "application/pdf"
        : null;

    // A picture of more than 100 million points is a flood, not a paper.
    private static bool SmallEnough(ReadOnlySpan<byte> png) => png.Length > 24
        && (long)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(png[16..]) * System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(png[20..]) <= 100_000_000;

    private static bool Has(ReadOnlySpan<byte> content, string word) => content.IndexOf(System.Text.Encoding.ASCII.GetBytes(word)) >= 0;
}

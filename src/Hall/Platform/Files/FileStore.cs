using Microsoft.Extensions.Options;
using Tongban.Sm;

namespace Tongban.Hall.Platform.Files;

/// <summary>Files kept under the SM3 hash of their content: the same file is kept once, and a changed one is found.</summary>
public sealed class FileStore(IOptions<HallOptions> options)
{
    private readonly string folder = options.Value.DataPath("files");

    /// <summary>Takes over a file that has passed its checks: the very bytes that were checked, from their place in quarantine.</summary>
    public string Release(QuarantinedFile file, ReadOnlySpan<byte> content)
    {
        var hash = Sm3.Hex(content);
        File.Move(file.Path, Prepare(hash), overwrite: true);
        return hash;
    }

    /// <summary>Keeps the bytes durably and returns their hash (64 hex digits).</summary>
    public async Task<string> PutAsync(ReadOnlyMemory<byte> content)
    {
        var hash = Sm3.Hex(content.Span);
        var path = Prepare(hash);
        if (File.Exists(path)) return hash;
        var temporary = $"{path}.{Guid.NewGuid():N}";
        await using (var file = new FileStream(temporary, FileMode.CreateNew))
        {
            await file.WriteAsync(content);
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
        return hash;
    }

    /// <summary>The file kept under this hash; null: there is none.</summary>
    public async Task<byte[]?> ReadAsync(string hash)
    {
        if (!IsName(hash)) return null;
        var path = PathOf(hash);
        return File.Exists(path) ? await File.ReadAllBytesAsync(path) : null;
    }

    private string Prepare(string hash)
    {
        var path = PathOf(hash);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    private string PathOf(string hash) => Path.Combine(folder, hash[..2], hash);

    private static bool IsName(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower);
}

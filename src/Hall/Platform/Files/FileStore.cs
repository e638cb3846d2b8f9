using Microsoft.Extensions.Options;
using Tongban.Hall.Platform.Keys;
using Tongban.Sm;

namespace Tongban.Hall.Platform.Files;

/// <summary>Files kept under the SM3 hash of their content: the same file is kept once, and a changed one is found. On the disk they are sealed.</summary>
public sealed class FileStore(IOptions<HallOptions> options, Vault vault)
{
    private const string Kind = "files";

    private readonly string folder = options.Value.DataPath("files");

    /// <summary>Keeps the bytes durably and returns their hash (64 hex digits).</summary>
    public async Task<string> PutAsync(ReadOnlyMemory<byte> content)
    {
        var hash = Sm3.Hex(content.Span);
        var path = PathOf(hash);
        if (File.Exists(path)) return hash;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():N}";
        await using (var file = new FileStream(temporary, FileMode.CreateNew))
        {
            await file.WriteAsync(vault.Seal(content.Span, Kind, hash));
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
        return hash;
    }

    /// <summary>The file kept under this hash; null: there is none.</summary>
    /// <exception cref="DamagedValueException">What lies there is not what was kept.</exception>
    public async Task<byte[]?> ReadAsync(string hash)
    {
        if (!IsName(hash)) return null;
        var path = PathOf(hash);
        return File.Exists(path) ? vault.Open(await File.ReadAllBytesAsync(path), Kind, hash) : null;
    }

    private string PathOf(string hash) => Path.Combine(folder, hash[..2], hash);

    private static bool IsName(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower);
}

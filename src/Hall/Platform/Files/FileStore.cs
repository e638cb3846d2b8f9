using Microsoft.Extensions.Options;
using Tongban.Hall.Platform.Keys;
using Tongban.Sm;

namespace Tongban.Hall.Platform.Files;

/// <summary>Files kept under the SM3 hash of their content: the same file is kept once, and a changed one is found. On the disk they are sealed.</summary>
public sealed class FileStore(IOptions<HallOptions> options, Vault vault, TimeProvider time)
{
    private const string Kind = "files";

    private readonly string folder = options.Value.DataPath("files");

    /// <summary>Keeps the bytes durably and returns their hash (64 hex digits).</summary>
    public async Task<string> PutAsync(ReadOnlyMemory<byte> content)
    {
        var hash = Sm3.Hex(content.Span);
        var path = PathOf(hash);
        if (File.Exists(path))
        {
            // Whoever is about to drop it sees that it is wanted again.
            File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
            return hash;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await WriteAsync(path, vault.Seal(content.Span, Kind, hash));
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

    /// <summary>Drops a file that no row names any more. Not one that was put a moment ago: its row may be on the way.</summary>
    /// <returns>Whether it is gone.</returns>
    public bool Drop(string hash, TimeSpan rest)
    {
        var path = PathOf(hash);
        if (!File.Exists(path)) return true;
        if (time.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(path) < rest) return false;
        File.Delete(path);
        return true;
    }

    /// <summary>Seals anew what lies under an older key; returns how many files that were.</summary>
    public async Task<long> RenewAsync(CancellationToken stop = default)
    {
        long renewed = 0;
        if (!Directory.Exists(folder)) return 0;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(p => IsName(Path.GetFileName(p))))
        {
            stop.ThrowIfCancellationRequested();
            var (hash, lying) = (Path.GetFileName(path), await File.ReadAllBytesAsync(path, stop));
            if (Vault.KeyOf(lying) is not { } key || key == vault.Current) continue;
            await WriteAsync(path, vault.Seal(vault.Open(lying, Kind, hash), Kind, hash));
            renewed++;
        }
        return renewed;
    }

    private static async Task WriteAsync(string path, byte[] content)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}";
        await using (var file = new FileStream(temporary, FileMode.CreateNew))
        {
            await file.WriteAsync(content);
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }

    private string PathOf(string hash) => Path.Combine(folder, hash[..2], hash);

    private static bool IsName(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower);
}

using Microsoft.Extensions.Options;
using Tongban.Hall.Platform.Keys;

namespace Tongban.Hall.Platform.Files;

/// <summary>隔离区: where what comes from outside lies, sealed, until it has been checked. Nothing is served from here, and nothing
/// of it bears the name that its sender gave it.</summary>
public sealed class Quarantine(IOptions<HallOptions> options, Vault vault, TimeProvider time)
{
    /// <summary>How long a file may lie here: what is older was left by a process that died while checking.</summary>
    public static readonly TimeSpan LongestStay = TimeSpan.FromHours(1);

    private readonly string folder = options.Value.DataPath("quarantine");

    /// <summary>Takes in a file, but never more bytes of it than these: a flood ends here.</summary>
    public async Task<QuarantinedFile> TakeInAsync(Stream content, int mostBytes)
    {
        Directory.CreateDirectory(folder);
        Sweep();
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int left = mostBytes, read; left > 0 && (read = await content.ReadAsync(buffer.AsMemory(0, Math.Min(left, buffer.Length)))) > 0; left -= read)
            bytes.Write(buffer, 0, read);
        var file = new QuarantinedFile(Path.Combine(folder, $"{Guid.NewGuid():N}"), vault);
        await File.WriteAllBytesAsync(file.Path, vault.Seal(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), QuarantinedFile.Kind, file.Name));
        return file;
    }

    private void Sweep()
    {
        foreach (var path in Directory.EnumerateFiles(folder))
            if (time.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(path) > LongestStay)
                File.Delete(path);
    }
}

/// <summary>A file that has not been checked yet. Disposed, it is gone: what passed its checks has been kept elsewhere.</summary>
public sealed class QuarantinedFile(string path, Vault vault) : IDisposable
{
    internal const string Kind = "quarantine";

    internal string Path => path;

    internal string Name => System.IO.Path.GetFileName(path);

    public async Task<byte[]> ReadAsync() => vault.Open(await File.ReadAllBytesAsync(path), Kind, Name);

    public void Dispose() => File.Delete(path);
}

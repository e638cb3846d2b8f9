using Microsoft.Extensions.Options;

namespace Tongban.Hall.Platform.Files;

/// <summary>隔离区: where what comes from outside lies until it has been checked. Nothing is served from here, and nothing
/// of it bears the name that its sender gave it.</summary>
public sealed class Quarantine(IOptions<HallOptions> options, TimeProvider time)
{
    /// <summary>How long a file may lie here: what is older was left by a process that died while checking.</summary>
    public static readonly TimeSpan LongestStay = TimeSpan.FromHours(1);

    private readonly string folder = options.Value.DataPath("quarantine");

    /// <summary>Takes in a file, but never more bytes of it than these: a flood ends here.</summary>
    public async Task<QuarantinedFile> TakeInAsync(Stream content, int mostBytes)
    {
        Directory.CreateDirectory(folder);
        Sweep();
        var file = new QuarantinedFile(Path.Combine(folder, $"{Guid.NewGuid():N}"));
        await using var kept = new FileStream(file.Path, FileMode.CreateNew);
        var buffer = new byte[81920];
        for (var left = mostBytes; left > 0;)
        {
            var read = await content.ReadAsync(buffer.AsMemory(0, Math.Min(left, buffer.Length)));
            if (read == 0) break;
            await kept.WriteAsync(buffer.AsMemory(0, read));
            left -= read;
        }
        kept.Flush(flushToDisk: true);
        return file;
    }

    private void Sweep()
    {
        foreach (var path in Directory.EnumerateFiles(folder))
            if (time.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(path) > LongestStay)
                File.Delete(path);
    }
}

/// <summary>A file that has not been checked yet. Disposed without having been released, it is gone.</summary>
public sealed class QuarantinedFile(string path) : IDisposable
{
    internal string Path => path;

    public Task<byte[]> ReadAsync() => File.ReadAllBytesAsync(path);

    public void Dispose() => File.Delete(path);
}

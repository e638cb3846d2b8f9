using System.Text;
using Tongban.Sm;

namespace Tongban.Hall.Platform.Packages.Loading;

/// <summary>The bytes of one package folder, by path inside it with forward slashes.</summary>
public sealed record PackageFiles(string Folder, IReadOnlyDictionary<string, byte[]> Files)
{
    public const int MaxKilobytes = 512;

    public static async Task<PackageFiles> ReadAsync(string path)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
            files[Path.GetRelativePath(path, file).Replace('\\', '/')] = await File.ReadAllBytesAsync(file);
        return new PackageFiles(Path.GetFileName(path), files);
    }

    public string? Text(string file) => Files.TryGetValue(file, out var bytes) ? Encoding.UTF8.GetString(bytes) : null;

    public IEnumerable<string> Under(string folder) =>
        Files.Keys.Where(f => f.StartsWith(folder + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>Name, length and bytes of each file in the order of names: nothing can move between files unseen.</summary>
    public PackageVersion Version()
    {
        using var all = new MemoryStream();
        using (var writer = new BinaryWriter(all, Encoding.UTF8, leaveOpen: true))
            foreach (var (name, bytes) in Files.OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                writer.Write(name);
                writer.Write(bytes.Length);
                writer.Write(bytes);
            }
        return new PackageVersion(Sm3.Hex(all.ToArray()));
    }
}

/// <summary>What loading gave: the package when no finding is an error, and all findings.</summary>
public sealed record LoadedPackage(string Folder, ServicePackage? Package, IReadOnlyList<Finding> Findings);

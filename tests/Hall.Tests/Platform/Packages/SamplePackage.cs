using System.Text;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Packages.Loading;

namespace Tongban.Hall.Tests.Platform.Packages;

/// <summary>The template of the repository as a package named "sample", and what becomes of it when one text is changed.</summary>
internal static class SamplePackage
{
    private static readonly string Root = PackagesRoom.Shipped;
    private static readonly Task<PackageLoader> Loader = PackageLoader.CreateAsync(Path.Combine(Root, "_schema"), ["population"]);

    public static async Task<PackageFiles> FilesAsync()
    {
        var files = await PackageFiles.ReadAsync(Path.Combine(Root, "_template"));
        return Changed(files with { Folder = "sample" }, "service.yaml", "id: _template", "id: sample");
    }

    public static PackageFiles Changed(PackageFiles files, string file, string old, string @new)
    {
        var text = files.Text(file)!;
        Assert.Contains(old, text, StringComparison.Ordinal);
        return files with
        {
            Files = new Dictionary<string, byte[]>(files.Files) { [file] = Encoding.UTF8.GetBytes(text.Replace(old, @new, StringComparison.Ordinal)) },
        };
    }

    public static PackageFiles Without(PackageFiles files, string file) => files with
    {
        Files = files.Files.Where(f => f.Key != file).ToDictionary(),
    };

    public static async Task<LoadedPackage> LoadAsync(PackageFiles files) => (await Loader).Load(files);

    public static async Task<ServicePackage> PackageAsync()
    {
        var loaded = await LoadAsync(await FilesAsync());
        return loaded.Package ?? throw new InvalidOperationException(string.Join(Environment.NewLine, loaded.Findings));
    }

    public static async Task<ServicePackage> ShippedAsync(string id) =>
        (await LoadAllAsync).Find(id) ?? throw new InvalidOperationException(id);

    private static readonly Task<PackageStore> LoadAllAsync = PackageStore.LoadAsync(Root);
}

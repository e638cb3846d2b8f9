using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Tests.Platform.Packages;

public sealed class PackageStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("packages-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task WriteAsync(string name, string old = "", string @new = "")
    {
        var files = SamplePackage.Changed(await SamplePackage.FilesAsync(), "service.yaml", "id: sample", "id: " + name);
        if (old.Length > 0)
            files = SamplePackage.Changed(files, "service.yaml", old, @new);
        foreach (var (path, bytes) in files.Files)
        {
            var target = Path.Combine(folder, name, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllBytesAsync(target, bytes);
        }
        foreach (var schema in Directory.EnumerateFiles(Path.Combine(PackagesRoom.Shipped, "_schema")))
        {
            Directory.CreateDirectory(Path.Combine(folder, "_schema"));
            File.Copy(schema, Path.Combine(folder, "_schema", Path.GetFileName(schema)), overwrite: true);
        }
    }

    [Fact]
    public async Task Package_with_an_error_is_left_out_and_the_others_serve()
    {
        await WriteAsync("good");
        await WriteAsync("bad", "days: 5", "days: 50");

        var store = await PackageStore.LoadAsync(folder);

        Assert.Equal(["good"], store.All.Select(p => p.Id));
        Assert.Null(store.Find("bad"));
        Assert.Contains(store.Findings, f => f.Spot.File == "bad/service.yaml" && f.Text.Code == "limit-promised");
    }

    [Fact]
    public async Task Second_package_under_the_same_code_is_refused()
    {
        await WriteAsync("first");
        await WriteAsync("second");

        var store = await PackageStore.LoadAsync(folder);

        Assert.Equal(["first"], store.All.Select(p => p.Id));
        Assert.Contains(store.Findings, f => f.Spot.File == "second/service.yaml" && f.Text.Code == "code-taken");
    }

    [Fact]
    public async Task Second_authority_under_the_same_serial_is_refused()
    {
        await WriteAsync("first");
        await WriteAsync("second");
        var file = Path.Combine(folder, "second", "service.yaml");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, text.Replace("11440300MB9T00011T", "11440300MB9T00046D", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var store = await PackageStore.LoadAsync(folder);

        Assert.Equal(["first"], store.All.Select(p => p.Id));
        Assert.Contains(store.Findings, f => f.Spot.File == "second/service.yaml" && f.Text.Code == "serial-taken");
    }

    [Fact]
    public async Task Unknown_file_is_a_warning_and_a_short_guide_an_error()
    {
        await WriteAsync("item");
        await File.WriteAllTextAsync(Path.Combine(folder, "item", "notes.txt"), "x");

        var store = await PackageStore.LoadAsync(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "item", "guide.en.md"), "short");
        var shortened = await PackageStore.LoadAsync(folder);

        Assert.Equal("file-unknown", Assert.Single(store.Findings, f => f.Text.Severity == FindingSeverity.Warning).Text.Code);
        Assert.NotNull(store.Find("item"));
        Assert.Contains(shortened.Findings, f => f.Text.Code == "guide-short");
        Assert.Null(shortened.Find("item"));
    }

    [Fact]
    public async Task Serving_hall_reads_no_examples_and_has_the_same_version()
    {
        await WriteAsync("item");

        var serving = await PackageStore.LoadAsync(folder, withExamples: false);
        var full = await PackageStore.LoadAsync(folder);

        Assert.Empty(serving.Find("item")!.Examples);
        Assert.Equal(full.Find("item")!.Version, serving.Find("item")!.Version);
    }
}

using System.Xml.Linq;

namespace Tongban.Decisions.Tests.Tck;

/// <summary>The folders of the Technology Compatibility Kit: ours, or those that DMN_TCK names.</summary>
public static class TckFolders
{
    public static string Root { get; } = Environment.GetEnvironmentVariable("DMN_TCK") is { Length: > 0 } other ? other : Path.Combine(AppContext.BaseDirectory, "Tck", "kit");

    public static IReadOnlyList<TckCase> Cases { get; } =
        [.. Directory.EnumerateFiles(Root, "*-test-*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(Read).GroupBy(c => c.Id).SelectMany(Distinct)];

    // The kit repeats ids here and there; every case counts.
    private static IEnumerable<TckCase> Distinct(IGrouping<string, TckCase> same) => same.Select((c, i) => i == 0 ? c : c.Renamed($"{c.Id}~{i + 1}"));

    private static IEnumerable<TckCase> Read(string file)
    {
        var root = XDocument.Load(file, LoadOptions.PreserveWhitespace).Root!;
        var folder = Path.GetDirectoryName(file)!;
        var level = Path.GetFileName(Path.GetDirectoryName(folder)!);
        var name = $"{level}/{Path.GetFileName(folder)}";
        var model = root.Elements().FirstOrDefault(e => e.Name.LocalName == "modelName")?.Value.Trim();
        var models = new TckModels(folder, model);
        return root.Elements().Where(e => e.Name.LocalName == "testCase").Select((test, i) => new TckCase($"{name}/{(string?)test.Attribute("id") ?? $"#{i + 1}"}", name, models, test));
    }
}

/// <summary>The models of a folder, read when the first case asks for them.</summary>
public sealed class TckModels(string folder, string? main)
{
    private readonly Lazy<Parsed<DmnModel>> model = new(() => Load(folder, main));

    public Parsed<DmnModel> Main => model.Value;

    private static Parsed<DmnModel> Load(string folder, string? main)
    {
        var files = Directory.EnumerateFiles(folder, "*.dmn").Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0)
            return new(null, []);
        var mainFile = files.Find(f => Path.GetFileName(f) == main) ?? files[0];
        // Imported models may import each other: load until nothing more can be loaded.
        var loaded = new Dictionary<string, DmnModel>();
        for (var round = 0; round < files.Count; round++)
            foreach (var file in files.Where(f => f != mainFile))
                if (DmnModel.Load(File.ReadAllText(file), [.. loaded.Where(l => l.Key != file).Select(l => l.Value)]).Value is { } model)
                    loaded[file] = model;
        return DmnModel.Load(File.ReadAllText(mainFile), [.. loaded.Values]);
    }
}

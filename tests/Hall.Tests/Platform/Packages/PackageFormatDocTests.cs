using System.Text.RegularExpressions;

namespace Tongban.Hall.Tests.Platform.Packages;

public sealed partial class PackageFormatDocTests
{
    [Fact]
    public async Task Every_excerpt_in_the_document_stands_in_the_file_it_names()
    {
        var root = Root();
        var document = await File.ReadAllTextAsync(Path.Combine(root, "docs", "package-format.md"));
        var excerpts = Excerpt().Matches(document);

        Assert.True(excerpts.Count >= 6);
        foreach (Match excerpt in excerpts)
            Assert.Contains(excerpt.Groups["text"].Value, await File.ReadAllTextAsync(Path.Combine(root, excerpt.Groups["file"].Value)), StringComparison.Ordinal);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Tongban.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex("<!-- (?<file>packages/[^ ]+) -->\n```yaml\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Excerpt();
}

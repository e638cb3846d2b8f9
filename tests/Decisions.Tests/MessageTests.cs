using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Tongban.Decisions.Tests;

/// <summary>All that the library says stands in one file, in both languages.</summary>
public partial class MessageTests
{
    private static readonly string Library = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "src", "Decisions"));

    private static string Here([CallerFilePath] string path = "") => path;

    [Fact]
    public void EveryMessage_HasBothLanguagesAndOneCode()
    {
        var lines = File.ReadLines(Path.Combine(Library, "Messages.cs")).Where(l => l.Contains("M(\"", StringComparison.Ordinal)).ToArray();
        var messages = lines.Select(l => Message().Match(l)).ToArray();
        Assert.True(messages.Length > 60);
        Assert.All(messages.Zip(lines), m => Assert.True(m.First.Success, m.Second));
        Assert.All(messages, m =>
        {
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", m.Groups["zh"].Value);
            Assert.Matches(@"(。|\})$", m.Groups["zh"].Value);
            Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", m.Groups["en"].Value);
            Assert.Matches(@"(\.|\})$", m.Groups["en"].Value);
        });
    }

    [Fact]
    public void NoMessage_StandsElsewhere()
    {
        var files = Directory.EnumerateFiles(Library, "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && Path.GetFileName(f) != "Messages.cs");
        foreach (var file in files)
            foreach (var line in File.ReadLines(file).Select(l => l.Trim()).Where(l => !l.StartsWith("//", StringComparison.Ordinal)))
            {
                var code = line.Split(" // ")[0];
                Assert.DoesNotMatch("\"[^\"]*\\p{IsCJKUnifiedIdeographs}", code);
                Assert.DoesNotMatch("Exception\\(\\$?\"", code);
                // A sentence: three words and more, but signatures of functions and property names.
                Assert.False(Sentence().IsMatch(code) && !code.StartsWith("(\"", StringComparison.Ordinal) && !code.StartsWith("..", StringComparison.Ordinal) && !code.Contains("Justification", StringComparison.Ordinal), $"{file}: {line}");
            }
    }

    [GeneratedRegex("""M\("(?<code>[a-z]+(-[a-z]+)+)", \$"(?<zh>.*)", \$"(?<en>.*)"\)""")]
    private static partial Regex Message();

    [GeneratedRegex("\"[A-Z][a-z]+ [a-z]+ [a-z]+ [^\"]*\"")]
    private static partial Regex Sentence();
}

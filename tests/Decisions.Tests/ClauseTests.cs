using System.Text;

namespace Tongban.Decisions.Tests;

/// <summary>
/// The standard clause by clause, as rows of text files in Clauses: <c>expression => value</c>, and models
/// (<c>===</c> begins one, <c>+++</c> a model that it imports, <c>***</c> the model after its imports) with rows <c>--- decision | inputs | value</c>.
/// </summary>
public class ClauseTests
{
    private static readonly EvaluationOptions Options = new() { Now = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(8)) };

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Clauses");

    public static TheoryData<string> Expressions =>
        [.. Directory.EnumerateFiles(Folder, "*.txt").Where(f => Path.GetFileName(f) != "models.txt").SelectMany(File.ReadLines).Where(l => l.Length > 0 && l[0] != '#').Distinct()];

    [Theory]
    [MemberData(nameof(Expressions))]
    public void Expression_GivesWhatTheStandardSays(string row)
    {
        var at = row.LastIndexOf(" => ", StringComparison.Ordinal);
        var evaluation = Feel.Parse(row[..at], FeelScope.Empty).Value?.Evaluate([], Options);
        Assert.Equal(row[(at + 4)..], evaluation?.Value.ToString() ?? "null");
    }

    private static readonly Dictionary<string, DmnModel> Models = [];

    private static readonly Lazy<IReadOnlyList<string>> Read = new(ReadModels);

    public static TheoryData<string> Decisions => [.. Read.Value];

    [Theory]
    [MemberData(nameof(Decisions))]
    public void Model_GivesWhatTheStandardSays(string row)
    {
        _ = Read.Value;
        var parts = row.Split(" | ");
        var model = Models[parts[0]];
        var inputs = (FeelContext)Feel.Parse(parts[2], FeelScope.Empty).Require().Evaluate([]).Value;
        var evaluation = model.Decision(parts[1])?.Evaluate(inputs, Options) ?? model.Service(parts[1])!.Evaluate(inputs, Options);
        Assert.Equal(parts[3], evaluation.Value.ToString());
        Assert.Equal(parts[3], model.Decision(parts[1])?.Evaluate(inputs, Options with { Explain = true }).Value.ToString() ?? parts[3]);
        Assert.True(!evaluation.Value.IsNull || evaluation.Diagnostics.Count > 0 || parts[2].Contains("null", StringComparison.Ordinal), "null, but nothing says why");
    }

    private static IReadOnlyList<string> ReadModels()
    {
        var rows = new List<string>();
        var (title, ns, body, imported) = ("", "", new StringBuilder(), new List<DmnModel>());
        foreach (var line in File.ReadLines(Path.Combine(Folder, "models.txt")))
        {
            var mark = line.Length > 4 && line[3] == ' ' ? line[..3] : "";
            if (mark is "===" or "+++" or "***" or "---" && body.Length > 0)
            {
                var xml = body.ToString().TrimStart() is { } own && (own.StartsWith("<?xml", StringComparison.Ordinal) || own.StartsWith("<definitions", StringComparison.Ordinal))
                    ? own
                    : $"<definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/' name='m' namespace='{ns}' id='m'>{body}</definitions>";
                var model = DmnModel.Load(xml, [.. imported]).Value!;
                body.Clear();
                Models[title] = model;
                imported.Add(model);
            }

            switch (mark)
            {
                case "===":
                    (title, ns) = (line[4..], "https://x/m");
                    imported.Clear();
                    break;
                case "+++" or "***":
                    ns = line[4..].Trim();
                    break;
                case "---":
                    rows.Add($"{title} | {line[4..].Trim()}");
                    break;
                default:
                    body.AppendLine(line);
                    break;
            }
        }

        return rows;
    }
}

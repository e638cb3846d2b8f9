using System.Globalization;

namespace Tongban.Decisions.Tests.Tck;

public class TckTests(ITestOutputHelper output)
{
    private static readonly HashSet<string> NotYet = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Tck", "not-yet.txt")).Select(l => l.Trim()).Where(l => l.Length > 0)];

    private static readonly Dictionary<string, TckCase> ById = TckFolders.Cases.ToDictionary(c => c.Id);

    public static TheoryData<string> Ids => [.. ById.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Case_Passes(string id)
    {
        var wrong = ById[id].Run();
        if (NotYet.Contains(id))
            Assert.True(wrong.Count > 0, $"{id} passes now: take it off not-yet.txt");
        else
            Assert.True(wrong.Count == 0, $"{id}: {string.Join(Environment.NewLine, wrong)}");
    }

    [Fact]
    public void TheWholeKit_Reported()
    {
        var results = TckFolders.Cases.Select(c => (Case: c, Wrong: c.Run())).ToList();
        var valued = results.Where(r => r.Case.ExpectsValue).ToList();
        var folders = results.GroupBy(r => r.Case.Folder).Select(g => g.Count(r => r.Wrong.Count == 0) / (double)g.Count()).ToList();
        var report = string.Create(CultureInfo.InvariantCulture,
            $"DMN TCK: {results.Count(r => r.Wrong.Count == 0)}/{results.Count} cases; {valued.Count(r => r.Wrong.Count == 0)}/{valued.Count} with a value expected; mean over {folders.Count} folders {folders.Average():P2}");
        output.WriteLine(report);
        Console.WriteLine(report);
        foreach (var (failed, wrong) in results.Where(r => r.Wrong.Count > 0))
        {
            output.WriteLine($"{failed.Id}: {string.Join(" | ", wrong)}");
            Console.WriteLine($"FAIL {failed.Id}: {string.Join(" | ", wrong)}");
        }

        Assert.Empty(results.Where(r => r.Wrong.Count > 0).Select(r => r.Case.Id).Except(NotYet));
    }
}

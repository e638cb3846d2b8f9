using System.Reflection;
using System.Text.RegularExpressions;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Architecture;

/// <summary>What docs/map.md and docs/events.md say is true.</summary>
public partial class MapTests
{
    private static readonly Dictionary<string, string[]> Map = ReadMap();

    public static TheoryData<string> Rooms => [.. Map.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_UsesOnlyWhatTheMapAllows(string room)
    {
        var folder = Path.Combine(HallHost.Root, "src", "Hall", room.Replace('.', Path.DirectorySeparatorChar));
        var faults =
            from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal)
            where !file.Contains("Migrations")
            from Match use in Uses().Matches(File.ReadAllText(file))
            let used = Map.Keys.FirstOrDefault(r => use.Groups[1].Value == r || use.Groups[1].Value.StartsWith(r + ".", StringComparison.Ordinal))
            where used is not null && used != room && !Map[room].Contains(used)
            select $"{Path.GetFileName(file)} uses {used}";
        Assert.Empty(faults.Distinct());
    }

    [Fact]
    public void EveryFolderOfTheHall_IsARoomOfTheMap()
    {
        var hall = Path.Combine(HallHost.Root, "src", "Hall");
        var folders = new[] { "Services", "Systems" }.SelectMany(f => Directory.GetDirectories(Path.Combine(hall, f)).Select(d => $"{f}.{Path.GetFileName(d)}"));
        Assert.Empty(folders.Where(f => Directory.EnumerateFiles(Path.Combine(hall, f.Replace('.', '/')), "*.cs", SearchOption.AllDirectories).Any()).Except(Map.Keys));
    }

    [Fact]
    public void EveryEvent_StandsInTheListOfEvents_AndNoOther()
    {
        var listed = File.ReadAllLines(Path.Combine(HallHost.Root, "docs", "events.md"))
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l.Split('|')[1].Trim()).Where(n => n != "Event").Order();
        var known = typeof(IEvent).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IEvent))).Select(t => t.Name).Order();
        Assert.Equal(known, listed);
    }

    [Fact]
    public void Libraries_UseNeitherTheWebNorTheDatabaseNorEachOther()
    {
        foreach (var library in new[] { "Sm", "Codes", "Decisions", "TransparencyLog", "LicenceDocuments" })
        {
            var used = Assembly.Load($"Tongban.{library}").GetReferencedAssemblies().Select(a => a.Name!).ToList();
            Assert.DoesNotContain(used, a => a.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || a.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
            Assert.DoesNotContain(used, a => a.StartsWith("Tongban.", StringComparison.Ordinal) && a != "Tongban.Sm");
        }
    }

    private static Dictionary<string, string[]> ReadMap() => File.ReadAllLines(Path.Combine(HallHost.Root, "docs", "map.md"))
        .Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l.Split('|').Select(c => c.Trim()).ToArray())
        .Where(c => c[1] != "Room").ToDictionary(c => c[1], c => c[2].Split(", "));

    [GeneratedRegex(@"Tongban\.Hall\.((?:Platform|Services|Cases|Systems|Demo)[\w.]*)")]
    private static partial Regex Uses();
}

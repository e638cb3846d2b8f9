using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Architecture;

/// <summary>What could carry a person's values into a log: records that print themselves, arguments of log calls, texts of exceptions.
/// The second and third are lists to be read: a new entry is a question to who adds it.</summary>
public partial class NothingToLogTests
{
    /// <summary>What a property is called that holds a person's value.</summary>
    private static readonly string[] Personal = ["CitizenNumber", "Mobile", "PhoneNumber", "Password", "FirstPassword", "PasswordHash", "Secret", "Address"];

    /// <summary>Rooms in which a name or a number is a person's.</summary>
    private static readonly string[] OfPeople = ["Tongban.Hall.Services.Identity", "Tongban.Hall.Services.Exchange", "Tongban.Hall.Services.Notices", "Tongban.Hall.Cases"];

    private static readonly Dictionary<string, string> Harmless = new()
    {
        ["DemoStaff.Secret"] = "invented, and shown to everybody", ["ExampleApplicant.Mobile"] = "invented, of a package", ["ExampleApplicant.Address"] = "invented, of a package",
    };

    /// <summary>Arguments of log calls, as they stand in the source.</summary>
    private static readonly string[] Logged =
    [
        "job.Kind", "job.Id", "job.Attempts", "error.GetType().Name", "e.SqliteErrorCode", "group.Count", "e.GetType().Name", "e.GetBaseException().GetType().Name", "finding", "e",
    ];

    /// <summary>What stands in braces in the texts of exceptions.</summary>
    private static readonly string[] Thrown =
    [
        "job.Kind", "pragma", "found", "expected", "entry.Metadata.GetTableName()", "what.GetType().Name", "Setting", "text", "Text", "Vault.KeyFile", "problem", "other",
    ];

    [Fact]
    public void RecordThatPrintsItself_HoldsAPersonsValuesAsSensitive()
    {
        var open =
            from type in typeof(Sensitive).Assembly.GetTypes()
            where type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly) is not null
            where type.GetMethod("ToString", BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly, [])?.IsDefined(typeof(CompilerGeneratedAttribute)) == true
            from property in type.GetProperties()
            where property.PropertyType == typeof(string)
            where Personal.Contains(property.Name) || (property.Name is "Name" or "Value") && OfPeople.Any(room => type.Namespace!.StartsWith(room, StringComparison.Ordinal))
            let name = $"{type.Name}.{property.Name}"
            where !Harmless.ContainsKey(name)
            select name;
        Assert.Empty(open);
    }

    [Fact]
    public void LogCall_TakesOnlyWhatIsListed()
    {
        var taken = Sources().SelectMany(source => LogCalls().Matches(source)).SelectMany(call => Arguments(call.Groups[1].Value)).Distinct().ToList();
        Assert.NotEmpty(taken);
        Assert.Empty(taken.Except(Logged));
    }

    [Fact]
    public void TextOfAnException_TakesOnlyWhatIsListed()
    {
        var taken = Sources().SelectMany(source => Throws().Matches(source)).SelectMany(text => Braces().Matches(text.Groups[1].Value)).Select(brace => brace.Groups[1].Value).Distinct().ToList();
        Assert.NotEmpty(taken);
        Assert.Empty(taken.Except(Thrown));
    }

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Path.Combine(HallHost.Root, "src", "Hall"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains("Migrations", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal)).Select(File.ReadAllText);

    // All but the level and the template.
    private static IEnumerable<string> Arguments(string call) => Texts().Replace(call, "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Where(a => !a.Contains("LogLevel.", StringComparison.Ordinal));

    [GeneratedRegex(@"\blog(?:ger)?\.Log\w*\((.*)\);")]
    private static partial Regex LogCalls();

    [GeneratedRegex(@"Exception\((\$@?""(?:[^""\\]|\\.)*"")")]
    private static partial Regex Throws();

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""")]
    private static partial Regex Texts();
}

using System.Text.Json.Nodes;

namespace Tongban.Hall.Platform.Packages.Rules;

/// <summary>Which materials one applicant needs: by situation and condition, without what a registry supplies.</summary>
public static class PackageMaterials
{
    /// <summary>All that belong to this applicant's case, those of registries too (免交).</summary>
    public static IReadOnlyList<Material> Of(ServicePackage package, Grounds grounds)
    {
        var context = PackageScope.Values(package, grounds);
        return [.. package.Materials.Where(m => Chosen(package, grounds.Answers, m.Id) && (m.When is null || m.When.Holds(context)))];
    }

    /// <summary>What the applicant must still hand in.</summary>
    /// <param name="given">Ids of the materials handed in already.</param>
    public static IReadOnlyList<Material> Outstanding(ServicePackage package, Grounds grounds, IReadOnlyCollection<string> given) =>
        [.. Of(package, grounds).Where(m => m is { Source: MaterialSource.Applicant, Compulsory: true } && !given.Contains(m.Id))];

    private static bool Chosen(ServicePackage package, JsonObject answers, string material)
    {
        var options = package.Situations.SelectMany(s => s.Options.Select(o => (s.Field, Option: o)))
            .Where(o => o.Option.Materials.Contains(material)).ToList();
        return options.Count == 0 || options.Any(o => answers[o.Field]?.ToString() == o.Option.Value);
    }
}

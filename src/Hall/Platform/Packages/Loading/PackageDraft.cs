using Tongban.Decisions;

namespace Tongban.Hall.Platform.Packages.Loading;

/// <summary>A package while it is being checked: the model, its files with their positions, and what was found.</summary>
internal sealed class PackageDraft(PackageFiles files, ServicePackage package, IReadOnlyDictionary<string, YamlSource> sources, FindingList findings)
{
    public const string ServiceFile = "service.yaml", FormFile = "form.yaml", ResultFile = "result.yaml", RulesFile = "rules.dmn";

    public string Folder => files.Folder;
    public ServicePackage Package { get; } = package;
    public FeelScope Scope { get; } = PackageScope.Of(package);
    public FindingList Findings { get; } = findings;

    public void InService(string pointer, FindingText text) => In(ServiceFile, pointer, text);

    public void InForm(string pointer, FindingText text) => In(FormFile, pointer, text);

    public void In(string file, string pointer, FindingText text) => Findings.Add(At(file, pointer), text);

    public Spot At(string file, string pointer) =>
        sources.TryGetValue(file, out var source) ? source.At(pointer) : new Spot($"{Folder}/{file}", 1, 1);

    /// <summary>Every field with its place in form.yaml.</summary>
    public IEnumerable<(FormField Field, string Pointer)> Fields =>
        Package.Form.Sections.SelectMany((section, s) => section.Fields.Select((one, f) =>
            (one, FormattableString.Invariant($"/sections/{s}/fields/{f}"))));

    /// <summary>Reports at the first place of a text in rules.dmn.</summary>
    public void InRules(string near, FindingText text)
    {
        var rules = files.Text(RulesFile) ?? "";
        var at = Math.Max(0, rules.IndexOf(near, StringComparison.Ordinal));
        var line = rules.AsSpan(0, at).Count('\n') + 1;
        Findings.Add(new Spot($"{Folder}/{RulesFile}", line, at - rules.LastIndexOf('\n', Math.Max(0, at - 1))), text);
    }

    /// <summary>The place of a problem in rules.dmn.</summary>
    public Spot InRules(Problem problem) => new($"{Folder}/{RulesFile}", Math.Max(1, problem.Line), Math.Max(1, problem.Column));

    public bool HasRulesFile => files.Files.ContainsKey(RulesFile);
}

using System.Text.Json.Nodes;
using Tongban.Decisions;
using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Platform.Forms;

/// <summary>What the form looks like for one applicant at one moment: which pages and fields, what is filled in and from where.</summary>
public sealed class FormView
{
    private readonly HashSet<string> visible = new(StringComparer.Ordinal);

    private FormView(ServicePackage package, Grounds grounds, Surroundings surroundings) =>
        (Package, Grounds, Surroundings, Context) = (package, grounds, surroundings, PackageScope.Values(package, grounds));

    public ServicePackage Package { get; }
    public Grounds Grounds { get; private set; }
    public JsonObject Answers => Grounds.Answers;
    internal Surroundings Surroundings { get; }
    internal FeelContext Context { get; private set; }

    /// <summary>Answers may be raw: they are brought into canonical form, and what cannot be read counts as empty.</summary>
    public static FormView Of(ServicePackage package, Grounds grounds, Surroundings? surroundings = null) =>
        OfRead(package, grounds with { Answers = AnswerReader.Read(package.Form, grounds.Answers, []) }, surroundings);

    internal static FormView OfRead(ServicePackage package, Grounds grounds, Surroundings? surroundings)
    {
        var answers = grounds.Answers;
        var view = new FormView(package, grounds with { Answers = WithLocked(package, grounds, answers) }, surroundings ?? Surroundings.Unchecked);
        view.Settle();
        return view;
    }

    /// <summary>Pages in order, without those that do not concern this applicant.</summary>
    public IEnumerable<FormSection> Sections => Package.Form.Sections.Where(s => s.Fields.Any(IsVisible));

    public IEnumerable<FormField> FieldsOf(FormSection section) => section.Fields.Where(IsVisible);

    public bool IsVisible(FormField field) => visible.Contains(field.Id);

    public bool IsRequired(FormField field) => field.Required is null || field.Required.Holds(Context);

    /// <summary>The registry gave the value, so it may be seen and not changed.</summary>
    public bool IsLocked(FormField field) => field.Locked && Prefill.Of(Package, Grounds, field) is not null;

    /// <summary>The registry that the field's first value came from, with when it was asked.</summary>
    public (RegistryUse Registry, DateTimeOffset? AsOf)? SourceOf(FormField field) =>
        field.Prefill?.Split('.')[0] is { } name && Package.Registry(name) is { } registry
        && Prefill.Of(Package, Grounds, field) is not null
            ? (registry, Grounds.Facts[name].AsOf)
            : null;

    public IReadOnlyList<FieldOption> OptionsOf(FormField field) => field.OptionsFrom is { } parameter
        ? [.. Dated(parameter).Select(value => new FieldOption { Value = value, Label = new(value, value) })]
        : [.. field.Options.Where(o => o.Visible is null || o.Visible.Holds(Context))];

    private IEnumerable<string> Dated(string parameter) =>
        Package.Parameters.First(p => $"{PackageScope.Parameters}.{p.Name}" == parameter).On(Grounds.Today)?.Value is JsonArray list
            ? list.Select(v => v!.GetValue<string>())
            : [];

    private static JsonObject WithLocked(ServicePackage package, Grounds grounds, JsonObject answers)
    {
        var all = new JsonObject();
        foreach (var field in package.Form.Fields)
            if ((field.Locked ? Prefill.Of(package, grounds, field) : null) is { } known)
                all[field.Id] = known;
            else if (answers[field.Id] is { } given)
                all[field.Id] = given.DeepClone();
        return all;
    }

    // An answer on a page that is no longer shown must not show other pages: look until nothing changes.
    private void Settle()
    {
        for (var round = 0; round <= Package.Form.Sections.Count; round++)
        {
            var before = visible.Count;
            visible.Clear();
            foreach (var section in Package.Form.Sections.Where(s => s.Visible is null || s.Visible.Holds(Context)))
                visible.UnionWith(section.Fields.Where(f => f.Visible is null || f.Visible.Holds(Context)).Select(f => f.Id));
            var kept = new JsonObject();
            foreach (var (name, value) in Answers.Where(a => visible.Contains(a.Key)))
                kept[name] = value?.DeepClone();
            if (round > 0 && visible.Count == before && kept.Count == Answers.Count)
                return;
            Grounds = Grounds with { Answers = kept };
            Context = PackageScope.Values(Package, Grounds);
        }
    }
}

/// <summary>What lies outside the form: which regions there are.</summary>
public sealed record Surroundings(Func<string, bool> RegionExists)
{
    /// <summary>Takes every well-formed region code; for examples and tests without a list of regions.</summary>
    public static readonly Surroundings Unchecked = new(_ => true);
}

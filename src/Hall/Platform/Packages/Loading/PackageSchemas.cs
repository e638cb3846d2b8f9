using System.Text.Json.Nodes;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Tongban.Hall.Platform.Packages.Loading;

/// <summary>The schemas of <c>packages/_schema</c>, one per kind of file.</summary>
internal sealed class PackageSchemas
{
    private readonly Dictionary<string, JsonSchema> byKind;

    private PackageSchemas(Dictionary<string, JsonSchema> byKind) => this.byKind = byKind;

    public static async Task<PackageSchemas> LoadAsync(string folder)
    {
        var byKind = new Dictionary<string, JsonSchema>(StringComparer.Ordinal);
        foreach (var kind in (string[])["service", "form", "result", "example"])
            byKind[kind] = await JsonSchema.FromFileAsync(Path.Combine(folder, kind + ".schema.json"));
        return new PackageSchemas(byKind);
    }

    /// <summary>Reports everything that does not fit; true when nothing was found.</summary>
    public bool Check(string kind, YamlSource source, FindingList findings)
    {
        if (source.Root is null)
            return false;
        var errors = byKind[kind].Validate(source.Root.ToJsonString());
        foreach (var error in Leaves(errors))
            findings.Add(source.At(Pointer(error)), Say(error));
        return errors.Count == 0;
    }

    private static IEnumerable<ValidationError> Leaves(IEnumerable<ValidationError> errors) => errors.SelectMany(error =>
        error is ChildSchemaValidationError parent && parent.Errors.Count > 0 ? Leaves(parent.Errors.Values.SelectMany(e => e)) : [error]);

    // NJsonSchema writes #/materials[0].name; ours is /materials/0/name.
    private static string Pointer(ValidationError error)
    {
        var path = (error.Path ?? "").TrimStart('#');
        var text = path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).TrimStart('/').TrimStart('.');
        return text.Length == 0 ? "" : "/" + string.Join('/', text.Split('.', StringSplitOptions.RemoveEmptyEntries).Select(YamlSource.Escape));
    }

    private static FindingText Say(ValidationError error) => error.Kind switch
    {
        ValidationErrorKind.PropertyRequired => Findings.Required(error.Property ?? ""),
        ValidationErrorKind.NoAdditionalPropertiesAllowed => Findings.NotAllowed(error.Property ?? ""),
        ValidationErrorKind.StringExpected => Findings.WrongType("String"),
        ValidationErrorKind.IntegerExpected => Findings.WrongType("Integer"),
        ValidationErrorKind.NumberExpected => Findings.WrongType("Number"),
        ValidationErrorKind.BooleanExpected => Findings.WrongType("Boolean"),
        ValidationErrorKind.ArrayExpected => Findings.WrongType("Array"),
        ValidationErrorKind.ObjectExpected => Findings.WrongType("Object"),
        ValidationErrorKind.NoTypeValidates => Findings.WrongType(error.Schema.Type.ToString()),
        ValidationErrorKind.NotInEnumeration => Findings.NotInList(string.Join(", ", error.Schema.ActualSchema.Enumeration)),
        ValidationErrorKind.PatternMismatch => Findings.Pattern(error.Schema.ActualSchema.Pattern ?? ""),
        ValidationErrorKind.TooFewItems or ValidationErrorKind.StringTooShort => Findings.TooFew(),
        ValidationErrorKind.NumberTooSmall or ValidationErrorKind.IntegerTooBig => Findings.OutOfRange($"≥ {error.Schema.ActualSchema.Minimum}"),
        ValidationErrorKind.NumberTooBig => Findings.OutOfRange($"≤ {error.Schema.ActualSchema.Maximum}"),
        var other => Findings.Schema(other.ToString()),
    };
}

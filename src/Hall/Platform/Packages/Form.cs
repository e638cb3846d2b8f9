using System.Text.Json.Nodes;

namespace Tongban.Hall.Platform.Packages;

/// <summary>form.yaml: sections in order, each one page with one group of questions.</summary>
public sealed record Form
{
    public static readonly Form Empty = new() { Sections = [] };

    public required IReadOnlyList<FormSection> Sections { get; init; }

    public IEnumerable<FormField> Fields => Sections.SelectMany(s => s.Fields);

    public FormField? Field(string id) => Fields.FirstOrDefault(f => f.Id == id);

    public FormSection? Section(string id) => Sections.FirstOrDefault(s => s.Id == id);
}

public sealed record FormSection
{
    public required string Id { get; init; }
    public required Text Title { get; init; }
    public Text? Intro { get; init; }
    public Condition? Visible { get; init; }
    public required IReadOnlyList<FormField> Fields { get; init; }
}

public enum FieldType
{
    Text, LongText, Number, Date, Choice, MultiChoice, Boolean, Region, Mobile, CitizenNumber, File,
}

public sealed record FormField
{
    /// <summary>Name of the answer in FEEL; Chinese is usual.</summary>
    public required string Id { get; init; }
    public required Text Label { get; init; }
    public Text? Hint { get; init; }
    public required FieldType Type { get; init; }

    /// <summary>Absent = required; a field that may stay empty says <c>false</c> and is marked （选填）.</summary>
    public Condition? Required { get; init; }
    public Condition? Visible { get; init; }
    public IReadOnlyList<FieldCheck> Validate { get; init; } = [];

    /// <summary>Where the first value comes from: 学历.毕业院校, or account.mobile.</summary>
    public string? Prefill { get; init; }

    /// <summary>A value that a registry gave may be seen and not changed.</summary>
    public bool Locked { get; init; }

    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    /// <summary>Options from a dated parameter (a list of texts): 参数.名称.</summary>
    public string? OptionsFrom { get; init; }

    /// <summary>For a region: which level is chosen, and the region field it must lie in.</summary>
    public RegionChoice? Region { get; init; }

    public int? MaxLength { get; init; }
    public decimal? Min { get; init; }
    public decimal? Max { get; init; }

    /// <summary>Replaces the ordinary sentence when the field is empty.</summary>
    public Text? Empty { get; init; }

    /// <summary>For a file: the material it is.</summary>
    public string? Material { get; init; }

    /// <summary>The value offered before anything is typed.</summary>
    public JsonNode? Default { get; init; }
}

public sealed record FieldCheck(Condition Feel, Template Message);

public sealed record FieldOption
{
    public required string Value { get; init; }
    public required Text Label { get; init; }
    public Text? Hint { get; init; }
    public Condition? Visible { get; init; }
}

/// <param name="Within">Id of the region field whose answer this one must lie in; absent = the authority's region.</param>
public sealed record RegionChoice(AuthorityLevel Level, string? Within = null);

using System.Text.Json.Serialization;
using Tongban.Decisions;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Platform.Packages;

/// <summary>One item as data: everything a package folder says, checked and ready to use.</summary>
public sealed record ServicePackage
{
    public required string Id { get; init; }
    public required Text Name { get; init; }
    public required Text Summary { get; init; }

    /// <summary>Everyday words people search by, Chinese and English mixed.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    public required ItemCodes Codes { get; init; }
    public required ItemType Type { get; init; }
    public required IReadOnlyList<ServedPerson> Served { get; init; }
    public required Themes Themes { get; init; }
    public required Authority Authority { get; init; }
    public required IReadOnlyList<LegalBasis> LegalBasis { get; init; }
    public required IReadOnlyList<Channel> Channels { get; init; }
    public required Completion Completion { get; init; }

    /// <summary>What must be proved of the person at each step.</summary>
    public Assurance Assurance { get; init; } = new();

    /// <summary>Published batches the item belongs to, e.g. "first".</summary>
    public IReadOnlyList<string> Batches { get; init; } = [];

    public required Limits Limits { get; init; }
    public required IReadOnlyList<Text> Conditions { get; init; }
    public IReadOnlyList<Situation> Situations { get; init; } = [];
    public required IReadOnlyList<Material> Materials { get; init; }
    public required IReadOnlyList<Step> Steps { get; init; }
    public IReadOnlyList<SpecialProcedure> SpecialProcedures { get; init; } = [];
    public required FeeTerms Fees { get; init; }
    public required Handling Handling { get; init; }
    public required IReadOnlyList<Question> Questions { get; init; }
    public required IReadOnlyList<Text> Remedies { get; init; }
    public Instant? Instant { get; init; }
    public SelfCheckPage? SelfCheck { get; init; }
    public IReadOnlyList<RegistryUse> Registries { get; init; } = [];
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    // The other files of the folder.
    [JsonIgnore] public PackageVersion Version { get; init; } = PackageVersion.None;
    [JsonIgnore] public Form Form { get; init; } = Form.Empty;
    [JsonIgnore] public Result Result { get; init; } = Result.None;
    [JsonIgnore] public Text Guide { get; init; } = new("", "");
    [JsonIgnore] public DmnModel? Rules { get; init; }
    [JsonIgnore] public IReadOnlyList<PackageExample> Examples { get; init; } = [];

    /// <summary>Whether an applicant of this kind may apply.</summary>
    public bool Serves(PartyKind kind) => Served.Any(s => s == ServedPerson.NaturalPerson == (kind == PartyKind.Person));

    public RegistryUse? Registry(string name) => Registries.FirstOrDefault(r => r.Name == name);

    public Material? Material(string id) => Materials.FirstOrDefault(m => m.Id == id);
}

/// <summary>Hash of every file in the folder: the same bytes are the same version everywhere.</summary>
public sealed record PackageVersion(string Hash)
{
    public static readonly PackageVersion None = new(new string('0', 64));

    public string Short => Hash[..12];

    public override string ToString() => Short;
}

/// <summary>实名等级: 1 declared, 2 checked, 3 present; each step may ask for more than the one before.</summary>
public sealed record Assurance
{
    /// <summary>To begin an application.</summary>
    public int Apply { get; init; } = 1;

    /// <summary>To hand it in; where it is not given, what applying asks for.</summary>
    public int? Submit { get; init; }

    public int ToSubmit => Submit ?? Apply;
}

public sealed record ItemCodes(string Basic, string Implementation);

/// <summary>Theme codes as <c>themes.yaml</c> names them, and the events of life they belong to.</summary>
public sealed record Themes
{
    public IReadOnlyList<string> Person { get; init; } = [];
    public IReadOnlyList<string> Firm { get; init; } = [];
    public IReadOnlyList<string> LifeEvents { get; init; } = [];
}

public sealed record Authority
{
    public required Text Name { get; init; }

    /// <summary>Unified social credit code, 18 characters.</summary>
    public required string Uscc { get; init; }

    public required AuthorityLevel Level { get; init; }

    /// <summary>12-digit region code.</summary>
    public required string Region { get; init; }

    /// <summary>Three digits: the authority's place in case numbers.</summary>
    public required string Serial { get; init; }

    public Text? Office { get; init; }
}

public sealed record LegalBasis
{
    public required Text Law { get; init; }
    public Text? Article { get; init; }

    /// <summary>What the article says about this item, in our own words.</summary>
    public required Text Says { get; init; }
}

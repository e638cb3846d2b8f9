using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Tongban.Decisions;

namespace Tongban.Hall.Platform.Packages.Rules;

public enum RuleVerdict
{
    Granted,

    /// <summary>Not a refusal: the rules cannot grant, so a person decides.</summary>
    NeedsPerson,
}

/// <summary>What the rules came to, with everything a person needs to follow it. Serialises as JSON for the case's record.</summary>
public sealed record RuleOutcome
{
    public required RuleVerdict Verdict { get; init; }

    /// <summary>Why it was granted, or what kept it from being instant; never empty.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>Outputs of the decision by name; empty unless granted.</summary>
    public JsonObject Outputs { get; init; } = [];

    /// <summary>Id and number of the rule that granted, or of the one that came nearest.</summary>
    public string? RuleId { get; init; }
    public int? RuleNumber { get; init; }

    /// <summary>That rule cell by cell.</summary>
    public IReadOnlyList<RuleCell> Cells { get; init; } = [];
    public IReadOnlyList<UsedParameter> Parameters { get; init; } = [];
    public IReadOnlyList<UsedFacts> Facts { get; init; } = [];

    /// <summary>Facts the rules would have needed: 学历, or 申请人.年龄.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
    public required string PackageVersion { get; init; }

    /// <summary>SHA-256 of rules.dmn.</summary>
    public string? RulesHash { get; init; }

    /// <summary>Every rule with what was tested.</summary>
    [JsonIgnore] public Explanation? Explanation { get; init; }

    [JsonIgnore] public bool Granted => Verdict == RuleVerdict.Granted;
}

public enum ReasonKind
{
    RuleHit,
    Unmet,
    Missing,
    RegistryUnavailable,
    RegistryNoRecord,
    FactsTooOld,
    NoParameter,
    Ambiguous,
    NotInstant,
}

/// <summary>One sentence for the applicant.</summary>
/// <param name="About">The table's column or the registry it is about.</param>
/// <param name="Advice">What the person can do.</param>
/// <param name="Basis">The article or rule it rests on.</param>
public sealed record Reason(ReasonKind Kind, Text Text, string? About = null, Text? Advice = null, Text? Basis = null);

/// <param name="Held">Null where the test could not be made.</param>
public sealed record RuleCell(string Input, string Test, string Value, bool? Held);

public sealed record UsedParameter(string Name, Text Label, JsonNode? Value, Text? Unit, Text Basis, DateOnly? From, DateOnly? To);

/// <summary>What one registry said, and when.</summary>
public sealed record UsedFacts(string Registry, Text Title, FactState? State, DateTimeOffset? AsOf, JsonObject? Values);

using System.Text.Json.Nodes;

namespace Tongban.Hall.Platform.Packages;

/// <summary>examples/*.yaml: one applicant and what must come of it. It gates publication.</summary>
public sealed record PackageExample
{
    [System.Text.Json.Serialization.JsonIgnore] public string File { get; init; } = "";
    public required Text Name { get; init; }
    public required DateOnly Today { get; init; }
    public required ExampleApplicant Applicant { get; init; }

    /// <summary>By FEEL name: an object of facts, or the word notFound, down or stale.</summary>
    public required IReadOnlyDictionary<string, JsonNode> Registries { get; init; }
    public required JsonObject Answers { get; init; }

    /// <summary>Materials handed in, by id.</summary>
    public IReadOnlyList<string> Uploads { get; init; } = [];
    public required Expected Expect { get; init; }
}

/// <summary>Kind, birth date and sex follow from the number.</summary>
public sealed record ExampleApplicant(string Name, string Number, string? Mobile = null, string? Email = null, string? Address = null);

public enum ExampleOutcome { Granted, Person, FormErrors }

public sealed record Expected
{
    public required ExampleOutcome Outcome { get; init; }

    /// <summary>Id of the rule that grants.</summary>
    public string? Rule { get; init; }

    /// <summary>Each must be part of some reason.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>By field: part of its error.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>Exactly the materials still needed.</summary>
    public IReadOnlyList<string>? Materials { get; init; }
    public ExpectedDates? DueDates { get; init; }

    /// <summary>By result field: its value.</summary>
    public JsonObject Result { get; init; } = [];
}

public sealed record ExpectedDates(DateOnly? Statutory = null, DateOnly? Promised = null);

namespace Tongban.Hall.Platform.Packages;

public sealed record Material
{
    public required string Id { get; init; }
    public required Text Name { get; init; }
    public required Text Issuer { get; init; }
    public required MaterialSource Source { get; init; }

    /// <summary>The registry (by its FEEL name) that knows what this material would prove.</summary>
    public string? Registry { get; init; }

    public required TrustGrade Trust { get; init; }
    public int Originals { get; init; }
    public int Copies { get; init; }
    public required bool Compulsory { get; init; }

    /// <summary>File kinds an upload may have: pdf, jpg, png.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    public int MaxMegabytes { get; init; } = 10;
    public required Text HowToObtain { get; init; }
    public required Text Use { get; init; }

    /// <summary>When it is needed at all; absent means in every case.</summary>
    public Condition? When { get; init; }
}

/// <summary>The applicant's circumstances: a choice in the form that selects materials.</summary>
public sealed record Situation
{
    /// <summary>Id of the choice field that asks for it.</summary>
    public required string Field { get; init; }

    public required Text Question { get; init; }
    public required IReadOnlyList<SituationOption> Options { get; init; }
}

public sealed record SituationOption
{
    public required string Value { get; init; }
    public required Text Label { get; init; }
    public IReadOnlyList<string> Materials { get; init; } = [];
}

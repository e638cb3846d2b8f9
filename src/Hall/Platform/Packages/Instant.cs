namespace Tongban.Hall.Platform.Packages;

/// <summary>秒批: what the rules may grant at once. They never refuse: all else goes to a person.</summary>
public sealed record Instant
{
    public required bool Enabled { get; init; }
    public required int TypicalSeconds { get; init; }

    /// <summary>Facts older than this do not carry a decision.</summary>
    public required int FactsMaxAgeMinutes { get; init; }

    /// <summary>Name of the decision in rules.dmn whose output 结果 = "准予" grants.</summary>
    public required string Decision { get; init; }

    /// <summary>What to tell a person about each input column of the table.</summary>
    public IReadOnlyList<InputReason> Reasons { get; init; } = [];
}

public sealed record InputReason
{
    /// <summary>The column's input expression, exactly as in rules.dmn.</summary>
    public required string Input { get; init; }

    /// <summary>The value is there and does not fit. May hold {FEEL}.</summary>
    public required Template Unmet { get; init; }

    /// <summary>The value is not there.</summary>
    public required Template Missing { get; init; }

    /// <summary>What the person can do about it.</summary>
    public Template? Advice { get; init; }
}

/// <summary>"Do I qualify?" before signing in: a few questions that stand in for the registries.</summary>
public sealed record SelfCheckPage
{
    public required IReadOnlyList<SelfCheckQuestion> Questions { get; init; }

    /// <summary>Facts taken for granted unless a question says otherwise, e.g. identity verified.</summary>
    public IReadOnlyDictionary<string, System.Text.Json.Nodes.JsonNode?> Assume { get; init; } =
        new Dictionary<string, System.Text.Json.Nodes.JsonNode?>();
}

public sealed record SelfCheckQuestion
{
    public required FormField Field { get; init; }

    /// <summary>The facts the answer stands for, e.g. 学历.层次, 申请人.出生日期 or a field of the form; one answer may set several.</summary>
    public required IReadOnlyList<string> Sets { get; init; }
}

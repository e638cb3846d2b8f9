using System.Text.Json.Nodes;

namespace Tongban.Hall.Platform.Packages;

/// <summary>A threshold of policy: an age, an amount, a number of months, each with the dates it holds.</summary>
public sealed record Parameter
{
    /// <summary>Name in FEEL under 参数.</summary>
    public required string Name { get; init; }
    public required Text Label { get; init; }
    public required string Type { get; init; }
    public Text? Unit { get; init; }
    public required Text Basis { get; init; }
    public required IReadOnlyList<ParameterValue> Values { get; init; }

    public ParameterValue? On(DateOnly date) =>
        Values.FirstOrDefault(v => v.From <= date && (v.To is null || date <= v.To));
}

/// <param name="From">First day it holds.</param>
/// <param name="To">Last day it holds; absent = until further notice.</param>
public sealed record ParameterValue(DateOnly From, JsonNode Value, DateOnly? To = null);

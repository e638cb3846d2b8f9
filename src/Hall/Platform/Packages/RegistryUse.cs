using System.Text.Json.Nodes;

namespace Tongban.Hall.Platform.Packages;

/// <summary>One look-up that the item makes in another authority's registry.</summary>
public sealed record RegistryUse
{
    /// <summary>The registry's id at the exchange, e.g. <c>education</c>.</summary>
    public required string Registry { get; init; }

    /// <summary>Name of its context in FEEL, e.g. 学历.</summary>
    public required string Name { get; init; }

    public required Text Title { get; init; }
    public required Text Purpose { get; init; }
    public required NeededFor NeededFor { get; init; }
    public required IReadOnlyList<RegistryField> Fields { get; init; }

    /// <summary>What a person is told when the registry cannot be asked or has no record.</summary>
    public required Text Unavailable { get; init; }
    public required Text NotFound { get; init; }

    public RegistryField? Field(string name) => Fields.FirstOrDefault(f => f.Name == name);

    /// <summary>Takes out of a registry's record what the package declares, and no more; what is absent or has another type stays out.</summary>
    public JsonObject Read(JsonNode? record)
    {
        var values = new JsonObject();
        foreach (var field in Fields)
            if (Find(record, field.Path) is { } found && RegistryValues.Convert(found, field.Type) is { } value)
                values[field.Name] = value;
        return values;
    }

    private static JsonNode? Find(JsonNode? node, string path)
    {
        foreach (var part in path.Split('.'))
            node = node is JsonObject o && o.TryGetPropertyValue(part, out var next) ? next : null;
        return node;
    }
}

/// <param name="Name">Name in FEEL.</param>
/// <param name="Path">Dotted path into the registry's JSON record.</param>
/// <param name="Type">FEEL type: string, number, boolean, date, list&lt;string&gt;…</param>
/// <param name="NoRecord">The value when the registry has no record: "nothing found" at the police is an answer, not a gap.</param>
public sealed record RegistryField(string Name, string Path, string Type, Text Label, JsonNode? NoRecord = null);

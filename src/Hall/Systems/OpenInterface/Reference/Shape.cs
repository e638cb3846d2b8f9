using Microsoft.OpenApi;

namespace Tongban.Hall.Systems.OpenInterface.Reference;

/// <summary>A type of the description as the page names it; where it has a name of its own, the page shows it too.</summary>
public sealed record TypeName(string Text, string? Name)
{
    public static TypeName Of(IOpenApiSchema schema) => schema switch
    {
        OpenApiSchemaReference { Reference.Id: "JsonObject" } => new("object", null),
        OpenApiSchemaReference reference => new(reference.Reference.Id!, reference.Reference.Id),
        { OneOf.Count: > 0 } => Of(schema.OneOf.First(s => s.Type != JsonSchemaType.Null)),
        { Items: { } items } => Of(items) is var of ? of with { Text = $"{of.Text}[]" } : null!,
        { AdditionalProperties: { } values } => Of(values) is var of ? of with { Text = $"{{ id: {of.Text} }}" } : null!,
        _ => new(schema.Format ?? (schema.Type & ~JsonSchemaType.Null).ToString()!.ToLowerInvariant(), null),
    };
}

public sealed record Field(string Name, TypeName Type, bool Required, string Says);

/// <summary>An object with its fields, or a list of words.</summary>
public sealed record Shape(string Name, IReadOnlyList<Field> Fields, IReadOnlyList<string> Words)
{
    public static Shape Of(string name, IOpenApiSchema schema) => new(
        name,
        [.. (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).Select(p =>
            new Field(p.Key, TypeName.Of(p.Value), schema.Required?.Contains(p.Key) == true, Side.Of(p.Value.Description)))],
        [.. (schema.Enum ?? []).Where(v => v is not null).Select(v => v!.ToString())]);
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tongban.Hall.Platform.Packages;

/// <summary>A registry may send anything: only values of the declared type are let in.</summary>
internal static class RegistryValues
{
    public static JsonNode? Convert(JsonNode value, string type) => type switch
    {
        "string" when value.GetValueKind() == JsonValueKind.String => value.DeepClone(),
        "number" when value.GetValueKind() == JsonValueKind.Number => value.DeepClone(),
        "boolean" when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.DeepClone(),
        "date" when IsDate(value) => value.DeepClone(),
        _ when type.StartsWith("list<", StringComparison.Ordinal) && value is JsonArray items => List(items, type[5..^1]),
        _ => null,
    };

    private static bool IsDate(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.String
        && DateOnly.TryParseExact(value.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static JsonArray? List(JsonArray items, string type)
    {
        var list = new JsonArray();
        foreach (var item in items)
        {
            if (item is null || Convert(item, type) is not { } value)
                return null;
            list.Add(value);
        }
        return list;
    }
}

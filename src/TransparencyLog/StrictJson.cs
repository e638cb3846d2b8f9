using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tongban.TransparencyLog;

/// <summary>JSON that says one thing only: no unknown, missing, doubled or differently spelt members.</summary>
internal static class StrictJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 16,
        Converters = { new UtcTime.Json() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static Reading<T> Read<T>(string text, Func<T, Problem?> check) where T : class
    {
        try
        {
            if (JsonSerializer.Deserialize<T>(text, Options) is not { } value) return Problems.Json(new JsonException());
            return check(value) is { } problem ? problem : value;
        }
        catch (JsonException e)
        {
            return Problems.Json(e);
        }
        catch (ArgumentException)
        {
            // Text with half a surrogate pair cannot be UTF-8.
            return Problems.Json(new JsonException());
        }
    }
}

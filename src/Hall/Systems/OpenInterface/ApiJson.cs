using System.Text.Json;
using System.Text.Json.Serialization;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>How the API reads and writes JSON: strictly, so that nothing is guessed.</summary>
internal static class ApiJson
{
    private const int Deepest = 32;

    public static readonly JsonSerializerOptions Options = Strict(new(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Strict(JsonSerializerOptions options)
    {
        options.Encoder = Notary.Json.Encoder;
        options.MaxDepth = Deepest;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = options.RespectRequiredConstructorParameters = true;
        options.Converters.Add(new JsonStringEnumConverter());
        return options;
    }

    public static Outcome<T> Read<T>(ReadOnlySpan<byte> json) where T : class
    {
        try
        {
            return IsText(json) && JsonSerializer.Deserialize<T>(json, Options) is { } read ? read : Refusals.BodyUnreadable;
        }
        catch (JsonException e) { return e.Path is null ? Refusals.BodyUnreadable : Refusals.BodyUnreadableAt(e.Path); }
        // A name given twice inside a JsonObject, or half a surrogate pair: not told as JsonException.
        catch (Exception e) when (e is ArgumentException or InvalidOperationException) { return Refusals.BodyUnreadable; }
    }

    // GetString throws at half a surrogate pair; and PostgreSQL keeps no NUL.
    private static bool IsText(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Deepest });
        while (reader.Read())
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.GetString()!.Contains('\0')) return false;
        return true;
    }
}

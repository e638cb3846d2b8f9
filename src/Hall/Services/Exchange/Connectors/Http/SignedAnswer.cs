using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Exchange.Connectors.Http;

/// <summary>The body of a register's answer.</summary>
internal sealed record SignedAnswer(string? Registry, string? RequestId, string? Number, string? Status, DateTimeOffset AsOf, JsonObject? Record)
{
    // A name that stands there twice could be read in two ways.
    private static readonly JsonSerializerOptions Json = new(Notary.Json) { AllowDuplicateProperties = false };

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; init; }

    /// <summary>Null: it is not an answer.</summary>
    public static SignedAnswer? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<SignedAnswer>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Nothing of what came back.</summary>
    public override string ToString() => nameof(SignedAnswer);

    public bool SaysOnly(IReadOnlyList<string> fields) => Others is not { Count: > 0 } && (Record is null || Record.All(f => fields.Contains(f.Key)));

    /// <summary>The record, with nothing but the fields asked for; null: there is none.</summary>
    public string? Cut(IReadOnlyList<string> fields) => Record is null
        ? null
        : new JsonObject(Record.Where(f => fields.Contains(f.Key)).Select(f => KeyValuePair.Create(f.Key, f.Value?.DeepClone()))).ToJsonString(Notary.Json);
}

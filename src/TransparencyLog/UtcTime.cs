using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tongban.TransparencyLog;

/// <summary>The one way to write a time in leaf, checkpoint and receipt: UTC, to the millisecond.</summary>
internal static class UtcTime
{
    private const string Form = "yyyy-MM-ddTHH:mm:ss.fffZ";

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    // Parsing takes t and z for T and Z: only the one spelling counts.
    public static bool TryRead(ReadOnlySpan<char> text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time)
        && text.SequenceEqual(Write(time));

    public sealed class Json : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && TryRead(reader.GetString(), out var time) ? time : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(UtcTime.Write(value));
    }
}

using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tongban.Hall.Platform.Personal;

/// <summary>A name, a number, a password on its way through the program. Whatever prints it (a log line, an exception, a record around it, JSON,
/// a debugger) prints <see cref="Mask"/>; who needs the value says so: <see cref="Reveal"/>. A text becomes one by being put where one is asked for.</summary>
[JsonConverter(typeof(AsMask)), DebuggerDisplay(Mask)]
public sealed record Sensitive : IFormattable
{
    public const string Mask = "‹…›";

    private readonly string value;

    private Sensitive(string value) => this.value = value;

    /// <summary>The value itself: for a row, a page of its owner, or an envelope to who may have it. Never for a log.</summary>
    public string Reveal() => value;

    public override string ToString() => Mask;

    public string ToString(string? format, IFormatProvider? formatProvider) => Mask;

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator Sensitive?(string? value) => value is null ? null : new(value);

    /// <summary>What is sent or kept is revealed before: JSON that was not meant to hold it does not.</summary>
    private sealed class AsMask : JsonConverter<Sensitive>
    {
        public override Sensitive Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Sensitive value, JsonSerializerOptions options) => writer.WriteStringValue(Mask);
    }
}

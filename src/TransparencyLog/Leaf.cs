using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Tongban.TransparencyLog;

/// <summary>What the log keeps of one proceeding: no personal data, only pseudonyms and salted commitments.</summary>
public sealed record Leaf
{
    /// <summary>The proceeding's identifier.</summary>
    public required string Id { get; init; }

    /// <summary>When, in UTC, to the millisecond.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The event's name.</summary>
    public required string Event { get; init; }

    /// <summary>Pseudonym of the case; null: no case.</summary>
    public string? Case { get; init; }

    /// <summary>Pseudonym of who acted.</summary>
    public required string Actor { get; init; }

    /// <summary>USCC of the authority in whose name; null: none.</summary>
    public string? Office { get; init; }

    /// <summary>Commitment to the event's content, hexadecimal.</summary>
    public required string Payload { get; init; }

    /// <summary>The rows that the step touched.</summary>
    public required IReadOnlyList<LeafRow> Rows { get; init; }

    /// <summary>The one byte form: UTF-8 JSON, members in this order, no blanks.</summary>
    public byte[] Encode()
    {
        var buffer = new ArrayBufferWriter<byte>(256 + 180 * Rows.Count);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("v", 1);
            json.WriteString("id", Id);
            json.WriteString("at", At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
            json.WriteString("event", Event);
            json.WriteString("case", Case);
            json.WriteString("actor", Actor);
            json.WriteString("office", Office);
            json.WriteString("payload", Payload);
            json.WriteStartArray("rows");
            foreach (var row in Rows)
            {
                json.WriteStartObject();
                json.WriteString("t", row.Table);
                json.WriteString("k", row.Key);
                json.WriteString("o", row.Operation);
                json.WriteString("h", row.Hash);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads the byte form; null when it is not exactly what <see cref="Encode"/> writes.</summary>
    public static Leaf? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes);
            using var json = JsonDocument.ParseValue(ref reader);
            var root = json.RootElement;
            var leaf = new Leaf
            {
                Id = root.GetProperty("id").GetString()!,
                At = DateTimeOffset.Parse(root.GetProperty("at").GetString()!, CultureInfo.InvariantCulture),
                Event = root.GetProperty("event").GetString()!,
                Case = root.GetProperty("case").GetString(),
                Actor = root.GetProperty("actor").GetString()!,
                Office = root.GetProperty("office").GetString(),
                Payload = root.GetProperty("payload").GetString()!,
                Rows = [.. root.GetProperty("rows").EnumerateArray().Select(ReadRow)],
            };
            return leaf.Encode().AsSpan().SequenceEqual(bytes) ? leaf : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static LeafRow ReadRow(JsonElement row) => new()
    {
        Table = row.GetProperty("t").GetString()!,
        Key = row.GetProperty("k").GetString()!,
        Operation = row.GetProperty("o").GetString()!,
        Hash = row.GetProperty("h").GetString()!,
    };
}

/// <summary>A row that a proceeding touched.</summary>
public sealed record LeafRow
{
    /// <summary>The table.</summary>
    public required string Table { get; init; }

    /// <summary>The row's key.</summary>
    public required string Key { get; init; }

    /// <summary>"i" inserted, "u" updated, "d" deleted.</summary>
    public required string Operation { get; init; }

    /// <summary>Salted commitment to the row as the step left it, hexadecimal.</summary>
    public required string Hash { get; init; }
}

using System.Buffers;
using System.Text.Json;

namespace Tongban.TransparencyLog;

/// <summary>The byte form of leaves.</summary>
internal static class LeafForm
{
    private const int Version = 1;

    public static byte[] Write(Leaf leaf)
    {
        var buffer = new ArrayBufferWriter<byte>(256 + 180 * leaf.Rows.Count);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("v", Version);
            json.WriteString("id", leaf.Id);
            json.WriteString("at", UtcTime.Write(leaf.At));
            json.WriteString("event", leaf.Event);
            json.WriteString("case", leaf.Case);
            json.WriteString("actor", leaf.Actor);
            json.WriteString("for", leaf.For);
            json.WriteString("office", leaf.Office);
            json.WriteString("payload", leaf.Payload);
            json.WriteStartArray("rows");
            foreach (var row in leaf.Rows) Write(json, row);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    public static Reading<Leaf> Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes);
            using var json = JsonDocument.ParseValue(ref reader);
            // Writing it again tells apart every other spelling, member, order and version.
            return Read(json.RootElement) is not { } leaf ? Problems.LeafMembers
                : Write(leaf).AsSpan().SequenceEqual(bytes) ? leaf : Problems.LeafForm;
        }
        catch (JsonException)
        {
            return Problems.LeafNotJson;
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException)
        {
            return Problems.LeafMembers;
        }
    }

    private static Leaf? Read(JsonElement leaf) => !UtcTime.TryRead(Text(leaf, "at"), out var at) ? null : new Leaf
    {
        Id = Text(leaf, "id"),
        At = at,
        Event = Text(leaf, "event"),
        Case = leaf.GetProperty("case").GetString(),
        Actor = Text(leaf, "actor"),
        For = leaf.GetProperty("for").GetString(),
        Office = leaf.GetProperty("office").GetString(),
        Payload = Text(leaf, "payload"),
        Rows = [.. leaf.GetProperty("rows").EnumerateArray().Select(ReadRow)],
    };

    private static void Write(Utf8JsonWriter json, LeafRow row)
    {
        json.WriteStartObject();
        json.WriteString("t", row.Table);
        json.WriteString("k", row.Key);
        json.WriteString("o", row.Operation);
        json.WriteString("h", row.Hash);
        json.WriteEndObject();
    }

    private static LeafRow ReadRow(JsonElement row) => new()
    {
        Table = Text(row, "t"),
        Key = Text(row, "k"),
        Operation = Text(row, "o"),
        Hash = Text(row, "h"),
    };

    private static string Text(JsonElement parent, string member) =>
        parent.GetProperty(member).GetString() ?? throw new KeyNotFoundException(member);
}

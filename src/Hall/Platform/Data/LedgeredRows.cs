using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Platform.Data;

/// <summary>Which tables the ledger covers, and the one form in which their rows are hashed:
/// a JSON object of column to value, the same on every database.</summary>
public static class LedgeredRows
{
    private const string Covered = "Tongban:Ledgered";
    private const string File = "Tongban:File";

    private static readonly ConcurrentDictionary<IEntityType, Shape> Shapes = new();

    /// <summary>Every change of these rows is bound by a leaf of the ledger.</summary>
    public static void Ledgered(this EntityTypeBuilder entity) => entity.HasAnnotation(Covered, true);

    /// <summary>These rows are not covered, for the reason given (shown by the map of data).</summary>
    public static void NotLedgered(this EntityTypeBuilder entity, string reason) => entity.HasAnnotation(Covered, reason);

    /// <summary>This column holds the hash under which a file is kept: verifying the row verifies the file.</summary>
    public static void NamesFile(this PropertyBuilder property) => property.HasAnnotation(File, true);

    public static bool IsNameOfFile(IReadOnlyProperty property) => property.FindAnnotation(File) is not null;

    public static bool IsLedgered(IReadOnlyEntityType type) => type.FindAnnotation(Covered)?.Value is true;

    /// <summary>Why a table is not covered; null: it is, or nobody has decided.</summary>
    public static string? ReasonNotLedgered(IReadOnlyEntityType type) => type.FindAnnotation(Covered)?.Value as string;

    public static IReadOnlyList<RowChange> Changed(ChangeTracker tracker)
    {
        List<RowChange>? changes = null;
        foreach (var entry in tracker.Entries())
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && IsLedgered(entry.Metadata))
                (changes ??= []).Add(Change(entry));
        return changes ?? [];
    }

    /// <summary>Whether a covered row may be updated. Without a concurrency token two writers could follow each other unseen,
    /// and the last leaf would not be that of the last write.</summary>
    public static bool MayBeUpdated(IReadOnlyEntityType type) => type.GetProperties().Any(p => p.IsConcurrencyToken);

    /// <summary>A row as it stands, in the form that is hashed.</summary>
    public static RowChange Read(IEntityType type, object entity) => Read(type, entity, RowOperation.Update);

    /// <summary>The files that a row names by their hash.</summary>
    public static IEnumerable<string> Files(IEntityType type, object entity) =>
        from property in ShapeOf(type).Properties
        where IsNameOfFile(property)
        let hash = (string?)property.GetGetter().GetClrValueUsingContainingEntity(entity)
        where hash is not null
        select hash;

    private static RowChange Change(EntityEntry entry) => Read(entry.Metadata, entry.Entity, entry.State switch
    {
        EntityState.Added => RowOperation.Insert,
        EntityState.Deleted => RowOperation.Delete,
        _ when ShapeOf(entry.Metadata).MayBeUpdated => RowOperation.Update,
        _ => throw new InvalidOperationException($"A row of {entry.Metadata.GetTableName()} is written once: without a concurrency token it cannot be updated."),
    });

    private static RowChange Read(IEntityType type, object entity, RowOperation operation)
    {
        var shape = ShapeOf(type);
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            for (var i = 0; i < shape.Properties.Length; i++)
            {
                json.WritePropertyName(shape.Columns[i]);
                Write(json, shape.Properties[i].GetGetter().GetClrValueUsingContainingEntity(entity));
            }
            json.WriteEndObject();
        }
        var key = string.Join('/', shape.Key.Select(k => Convert.ToString(
            k.GetGetter().GetClrValueUsingContainingEntity(entity), CultureInfo.InvariantCulture)));
        // What is gone is bound by its key alone: nobody shall find out by guessing what stood there.
        return new RowChange(shape.Table, key, operation, operation == RowOperation.Delete ? default : buffer.WrittenMemory);
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool b: json.WriteBooleanValue(b); break;
            case int i: json.WriteNumberValue(i); break;
            case long l: json.WriteNumberValue(l); break;
            case decimal d: json.WriteStringValue((d / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)); break;
            case byte[] bytes: json.WriteStringValue(Convert.ToHexStringLower(bytes)); break;
            case DateTimeOffset at: json.WriteStringValue(at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture)); break;
            case DateOnly date: json.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            default: json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    private static Shape ShapeOf(IEntityType type) => Shapes.GetOrAdd(type, static t =>
    {
        var properties = t.GetProperties().OrderBy(p => p.GetColumnName(), StringComparer.Ordinal).ToArray();
        return new Shape(t.GetTableName()!, [.. t.FindPrimaryKey()!.Properties], properties,
            [.. properties.Select(p => JsonEncodedText.Encode(p.GetColumnName()))], MayBeUpdated(t));
    });

    private sealed record Shape(string Table, IProperty[] Key, IProperty[] Properties, JsonEncodedText[] Columns, bool MayBeUpdated);
}

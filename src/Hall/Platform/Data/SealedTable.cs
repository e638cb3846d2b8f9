using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Tongban.Hall.Platform.Data;

/// <summary>A table with sealed columns, read and written as it lies: envelopes, not what they hold.</summary>
internal sealed class SealedTable(IEntityType type)
{
    private readonly IProperty[] key = [.. type.FindPrimaryKey()!.Properties];
    private readonly string table = $"\"{type.GetTableName()}\"";

    public sealed record Row(object[] Key, string?[] Values);

    public IReadOnlyList<PersonalPlan.Column> Columns { get; } = PersonalColumns.PlanOf(type).Columns;

    private string KeyNames => string.Join(", ", key.Select(k => $"\"{k.GetColumnName()}\""));

    /// <summary>The next rows in the order of the key.</summary>
    public async Task<List<Row>> ReadAsync(DbCommand command, object[]? after, int most, CancellationToken stop)
    {
        var where = after is null ? "" : $"WHERE ({KeyNames}) > ({Add(command, "k", after)})";
        command.CommandText = $"SELECT {KeyNames}, {string.Join(", ", Columns.Select(c => $"\"{c.Property.GetColumnName()}\""))} FROM {table} {where} ORDER BY {KeyNames} LIMIT {most}";
        await using var reader = await command.ExecuteReaderAsync(stop);
        var rows = new List<Row>();
        while (await reader.ReadAsync(stop))
            rows.Add(new(
                [.. Enumerable.Range(0, key.Length).Select(reader.GetValue)],
                [.. Enumerable.Range(key.Length, Columns.Count).Select(i => reader.IsDBNull(i) ? null : reader.GetString(i))]));
        return rows;
    }

    /// <summary>Puts one envelope in the place of another; whoever has written meanwhile wins.</summary>
    public Task<int> ReplaceAsync(DbCommand command, object[] row, PersonalPlan.Column column, string before, string after, CancellationToken stop)
    {
        var name = $"\"{column.Property.GetColumnName()}\"";
        command.CommandText = $"UPDATE {table} SET {name} = {Add(command, "n", after)} WHERE ({KeyNames}) = ({Add(command, "k", row)}) AND {name} = {Add(command, "o", before)}";
        return command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>A key as it lies, as it stands in the places of envelopes.</summary>
    public string KeyText(object[] row) => PersonalPlan.KeyText(row.Zip(key, (value, property) =>
        property.ClrType == typeof(Guid) && value is string text ? Guid.Parse(text)
        : property.ClrType == typeof(int) ? Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture) : value));

    private static string Add(DbCommand command, string prefix, params object[] values) => string.Join(", ", values.Select((value, i) =>
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ($"@{prefix}{i}", value);
        command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }));
}

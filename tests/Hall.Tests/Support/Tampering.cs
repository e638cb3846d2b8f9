using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Supervision.Ledger;

namespace Tongban.Hall.Tests.Support;

/// <summary>A row as it stood, and the SQL with which somebody with a database client would change it.</summary>
public sealed record Row(IEntityType Type, object Entity)
{
    public string Table => Type.GetTableName()!;

    public string Key => LedgeredRows.Read(Type, Entity).Key;

    public ReadOnlyMemory<byte> Content => LedgeredRows.Read(Type, Entity).Content;

    public string Here => string.Join(" AND ", KeyColumns.Select(p => $"{Name(p)} = {Literal(p)}"));

    public string Delete => $"DELETE FROM \"{Table}\" WHERE {Here}";

    public string Insert => InsertAs(new Dictionary<IProperty, object?>());

    /// <summary>Puts back what stood here.</summary>
    public string Restore => $"UPDATE \"{Table}\" SET {string.Join(", ", Type.GetProperties().Where(p => !p.IsPrimaryKey()).Select(p => $"{Name(p)} = {Literal(p)}"))} WHERE {Here}";

    /// <summary>A copy under another key, which no leaf has seen.</summary>
    public Row Copy => new(Type, CopyOf());

    public string Change(IProperty column) => $"UPDATE \"{Table}\" SET {Name(column)} = {Literal(column, Other(column))} WHERE {Here}";

    /// <summary>Each takes the other's place.</summary>
    public IEnumerable<string> Swap(Row other)
    {
        var aside = Copy;
        yield return Move(this, aside);
        yield return Move(other, this);
        yield return Move(aside, other);
    }

    private IEnumerable<IProperty> KeyColumns => Type.FindPrimaryKey()!.Properties;

    private static string Name(IProperty property) => $"\"{property.GetColumnName()}\"";

    private static string Move(Row from, Row to) => $"UPDATE \"{from.Table}\" SET {string.Join(", ", from.KeyColumns.Select(p => $"{Name(p)} = {to.Literal(p)}"))} WHERE {from.Here}";

    private string InsertAs(Dictionary<IProperty, object?> changed) =>
        $"INSERT INTO \"{Table}\" ({string.Join(", ", Type.GetProperties().Select(Name))}) VALUES ({string.Join(", ", Type.GetProperties().Select(p => changed.TryGetValue(p, out var v) ? Literal(p, v) : Literal(p)))})";

    private object CopyOf()
    {
        var copy = Entity.GetType().GetMethod("MemberwiseClone", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.Invoke(Entity, null)!;
        foreach (var property in Type.GetProperties().Where(p => p.IsPrimaryKey() || p.GetContainingIndexes().Any(i => i.IsUnique)))
            property.PropertyInfo!.SetValue(copy, Other(property));
        return copy;
    }

    private string Literal(IProperty property) => Literal(property, property.PropertyInfo!.GetValue(Entity));

    private static string Literal(IProperty property, object? value) => value is null ? "NULL" : property.GetRelationalTypeMapping().GenerateSqlLiteral(value);

    // The smallest change that the column takes.
    private object Other(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return (property.PropertyInfo!.GetValue(Entity), type) switch
        {
            (string { Length: > 0 } text, _) => (text[0] == 'x' ? 'y' : 'x') + text[1..],
            (_, var t) when t == typeof(string) => "x",
            (bool yes, _) => !yes,
            (int number, _) => number + 1,
            (long number, _) => number + 1,
            (DateTimeOffset at, _) => at.AddMilliseconds(1),
            (DateOnly day, _) => day.AddDays(1),
            (byte[] bytes, _) => (byte[])[(byte)(bytes[0] ^ 1), .. bytes[1..]],
            (var value, { IsEnum: true }) => Enum.GetValues(type).Cast<object>().First(v => !v.Equals(value)),
            (_, var t) when t == typeof(Guid) => Guid.NewGuid(),
            (_, var t) when t == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch,
            (_, var t) when t == typeof(DateOnly) => new DateOnly(2026, 1, 1),
            _ => Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture),
        };
    }
}

/// <summary>What the ledger says after somebody has been at the database behind the hall's back.</summary>
public static class Tampering
{
    public static Task<List<Row>> CoveredRowsAsync(HallHost host) => RowsAsync(host, LedgeredRows.IsLedgered);

    public static Task<List<Row>> ProceedingsAsync(HallHost host) => RowsAsync(host, t => t.ClrType == typeof(ProceedingEntry));

    /// <summary>The findings after these statements, which are taken back afterwards.</summary>
    public static async Task<IReadOnlyList<Finding>> AfterAsync(HallHost host, params IEnumerable<string> statements)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HallDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var sqlite = db.Database.IsSqlite();
        // Foreign keys keep honest programs honest; whoever owns the database can switch them off.
        foreach (var sql in (string[])[sqlite ? "PRAGMA defer_foreign_keys=ON" : "SET LOCAL session_replication_role = replica", .. statements])
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = (DbTransaction)((Microsoft.EntityFrameworkCore.Infrastructure.IInfrastructure<DbTransaction>)transaction).Instance;
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
        var report = await ActivatorUtilities.CreateInstance<LedgerCheck>(scope.ServiceProvider).RunAsync(TestContext.Current.CancellationToken);
        await transaction.RollbackAsync();
        return report.Findings;
    }

    /// <summary>Every row of a table, as the hall reads it.</summary>
    public static Task<List<object>> RowsOfAsync(HallDb db, IEntityType type) =>
        ((IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type.ClrType).Invoke(db, null)!).ToListAsync();

    private static Task<List<Row>> RowsAsync(HallHost host, Func<IEntityType, bool> which) => host.UseAsync(async (HallDb db) =>
    {
        var rows = new List<Row>();
        foreach (var type in db.Model.GetEntityTypes().Where(which))
            rows.AddRange((await ((IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type.ClrType).Invoke(db, null)!)
                .ToListAsync()).Select(entity => new Row(type, entity)));
        return rows;
    });
}

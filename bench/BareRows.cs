using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Tests.Support;
using Tongban.Sm;

namespace Tongban.Bench;

/// <summary>The yardstick: the rows of one granted case, inserted again under new keys by hand-written SQL,
/// in one transaction after one signature, without checks, rules, forms or ledger.</summary>
internal sealed class BareRows
{
    private static readonly string[] Tables = ["cases", "submissions", "acceptances", "decisions", "issued_documents", "licences", "messages", "jobs", "proceedings"];

    private readonly DatabaseKind database;
    private readonly List<(string Sql, List<object?> Values)> rows = [];
    private readonly Sm2Key key = Sm2Key.Generate();
    private readonly SemaphoreSlim oneWriter = new(1);
    private long serial;

    private BareRows(DatabaseKind database) => this.database = database;

    public int Rows => rows.Count;

    public static async Task<BareRows> ReadAsync(HallHost host, Case sample)
    {
        var bare = new BareRows(host.Services.GetRequiredService<DatabaseKind>());
        await using var connection = bare.Open();
        foreach (var table in Tables)
        {
            await bare.CopyTableAsync(connection, table);
            await bare.ReadAsync(connection, table, sample.Id);
        }
        return bare;
    }

    public async Task InsertAsync()
    {
        key.Sign(Guid.NewGuid().ToByteArray());
        var number = Interlocked.Increment(ref serial);
        if (database is SqliteDatabase) await oneWriter.WaitAsync();
        try
        {
            await using var connection = Open();
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var (sql, values) in rows)
            {
                await using var command = connection.CreateCommand();
                command.Transaction = transaction;
                command.CommandText = sql;
                Bind(command, "@k", number);
                for (var i = 0; i < values.Count; i++) Bind(command, $"@p{i}", values[i] ?? DBNull.Value);
                await command.ExecuteNonQueryAsync();
            }
            await transaction.CommitAsync();
        }
        finally
        {
            if (database is SqliteDatabase) oneWriter.Release();
        }
    }

    private DbConnection Open()
    {
        var connection = database.CreateConnection();
        connection.Open();
        if (database is SqliteDatabase) SqlitePragmas.Apply(connection);
        return connection;
    }

    private async Task CopyTableAsync(DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"DROP TABLE IF EXISTS bare_{table}; CREATE TABLE bare_{table} AS SELECT * FROM {table} WHERE 1 = 0; ALTER TABLE bare_{table} ADD COLUMN bench_key bigint; CREATE INDEX ix_bare_{table} ON bare_{table} (bench_key);";
        await command.ExecuteNonQueryAsync();
    }

    private async Task ReadAsync(DbConnection connection, string table, Guid caseId)
    {
        await using var command = connection.CreateCommand();
        var filter = table switch { "cases" => "id = @id", "jobs" => "1 = 1", _ => "case_id = @id" };
        command.CommandText = $"SELECT * FROM {table} WHERE {filter} LIMIT {(table == "jobs" ? 5 : table == "proceedings" ? 3 : 4)}";
        Bind(command, "@id", database is SqliteDatabase ? caseId.ToString().ToUpperInvariant() : caseId);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var values = Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i)).ToList();
            var names = string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
            rows.Add(($"INSERT INTO bare_{table} ({names}, bench_key) VALUES ({string.Join(", ", values.Select((_, i) => $"@p{i}"))}, @k)", values));
        }
    }

    private static void Bind(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}

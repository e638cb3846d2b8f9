using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Tongban.Hall.Platform.Data.Postgres;
using Tongban.Hall.Platform.Data.Sqlite;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Platform.Data;

/// <summary>All that differs between the two databases, in one place.</summary>
public abstract class DatabaseKind(string connectionString)
{
    public string ConnectionString => connectionString;

    /// <summary>How many groups may be committed at once. SQLite has one writer; two busy backends beat sixteen.</summary>
    public abstract int Writers { get; }

    public abstract DbConnection CreateConnection();

    public abstract HallDb CreateContext(DbContextOptions options, Notary notary, Vault vault);

    public abstract DbContextOptions Options(DbConnection? connection);

    /// <summary>What both have in common. That the migrations fit the model is a test's work, not every start's.</summary>
    protected static DbContextOptions Common(DbContextOptionsBuilder builder) => builder
        .UseSnakeCaseNamingConvention().UseOpenIddict().AddInterceptors(PersonalReader.Instance)
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)).Options;

    public static DatabaseKind Of(HallOptions options) => options.Database switch
    {
        "sqlite" => new SqliteDatabase(new SqliteConnectionStringBuilder
        {
            DataSource = options.DataPath("hall.db"),
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString()),
        "postgres" => new PostgresDatabase(options.ConnectionString),
        var other => throw new InvalidOperationException(
            $"Hall:Database is \"{other}\"; it must be \"sqlite\" or \"postgres\"."),
    };
}

public sealed class SqliteDatabase(string connectionString) : DatabaseKind(connectionString)
{
    public override int Writers => 1;

    public override DbConnection CreateConnection() => new SqliteConnection(ConnectionString);

    public override HallDb CreateContext(DbContextOptions options, Notary notary, Vault vault) =>
        new SqliteHallDb((DbContextOptions<SqliteHallDb>)options, notary, vault);

    public override DbContextOptions Options(DbConnection? connection)
    {
        var builder = new DbContextOptionsBuilder<SqliteHallDb>();
        _ = connection is null ? builder.UseSqlite(ConnectionString) : builder.UseSqlite(connection);
        return Common(builder);
    }
}

public sealed class PostgresDatabase(string connectionString) : DatabaseKind(Quiet(connectionString))
{
    // With details on, an error quotes the row that broke a constraint, and the error goes into a log.
    private static string Quiet(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { IncludeErrorDetail = false }.ToString();

    public override int Writers => 2;

    public override DbConnection CreateConnection() => new NpgsqlConnection(ConnectionString);

    public override HallDb CreateContext(DbContextOptions options, Notary notary, Vault vault) =>
        new PostgresHallDb((DbContextOptions<PostgresHallDb>)options, notary, vault);

    public override DbContextOptions Options(DbConnection? connection)
    {
        var builder = new DbContextOptionsBuilder<PostgresHallDb>();
        _ = connection is null ? builder.UseNpgsql(ConnectionString) : builder.UseNpgsql(connection);
        return Common(builder);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform.Data.Postgres;
using Tongban.Hall.Platform.Data.Sqlite;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Platform.Data;

/// <summary>For `dotnet ef migrations add`, which only looks at the model, once for each database:
/// `dotnet ef migrations add NAME --project src/Hall --context SqliteHallDb -o Platform/Data/Sqlite/Migrations`, and with Postgres.</summary>
public sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteHallDb>
{
    public SqliteHallDb CreateDbContext(string[] args) => (SqliteHallDb)Design.Context(new SqliteDatabase("Data Source=:memory:"));
}

public sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresHallDb>
{
    public PostgresHallDb CreateDbContext(string[] args) => (PostgresHallDb)Design.Context(new PostgresDatabase("Host=localhost"));
}

internal static class Design
{
    public static HallDb Context(DatabaseKind database)
    {
        var options = Options.Create(new HallOptions { Demo = true, DataDirectory = Path.Combine(Path.GetTempPath(), "tongban-design") });
        var keys = new HallKeys(options);
        return database.CreateContext(database.Options(null), new Notary(keys, new CityTime(TimeProvider.System, options)), new Vault(keys));
    }
}

using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Platform.Data;

public static class DataRoom
{
    public static IServiceCollection AddData(this IServiceCollection services)
    {
        services.AddSingleton(provider => DatabaseKind.Of(provider.GetRequiredService<IOptions<HallOptions>>().Value));
        services.AddSingleton(provider => new ContextOptions(provider.GetRequiredService<DatabaseKind>().Options(null)));
        services.AddScoped<HallDb>(provider =>
        {
            var db = provider.GetRequiredService<DatabaseKind>().CreateContext(
                provider.GetRequiredService<ContextOptions>().Value, provider.GetRequiredService<Notary>(), provider.GetRequiredService<Vault>());
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            return db;
        });
        services.AddSingleton<GroupCommit>();
        services.AddHostedService(provider => provider.GetRequiredService<GroupCommit>());
        services.AddHostedService<SqliteCheckpoints>();
        services.AddSingleton<Serials>();
        services.AddDataProtection().SetApplicationName("Tongban").PersistKeysToDbContext<HallDb>();
        services.AddOptions<KeyManagementOptions>().Configure<Vault>((keys, vault) => keys.XmlEncryptor = new SealedXml(vault));
        return services;
    }

    /// <summary>Brings the database to the newest layout and checks that it keeps its promises. Before the first request.</summary>
    public static async Task PrepareDataAsync(this IServiceProvider services)
    {
        Directory.CreateDirectory(services.GetRequiredService<IOptions<HallOptions>>().Value.DataPath());
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HallDb>();
        await db.Database.MigrateAsync();
        if (!db.Database.IsSqlite()) return;
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL");
        await AssertPragmaAsync(db, "journal_mode", "wal");
        await AssertPragmaAsync(db, "synchronous", "2");
    }

    private static async Task AssertPragmaAsync(HallDb db, string pragma, string expected)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        var found = Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        if (found != expected)
            throw new InvalidOperationException($"SQLite runs with {pragma}={found}, which may lose acknowledged work; {expected} is required.");
    }

    private sealed record ContextOptions(DbContextOptions Value);
}

using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Platform.Production;

/// <summary>Refuses to serve real people while anything is missing or a demo's remains are about, and names all of it at once.</summary>
public static class ProductionGuard
{
    public static async Task GuardProductionAsync(this WebApplication app)
    {
        if (!app.Environment.IsProduction() && app.Services.GetRequiredService<IOptions<HallOptions>>().Value.Demo) return;
        var missing = app.Services.GetServices<ProductionNeed>().SelectMany(n => n.Missing(app.Services)).ToList();
        missing.AddRange(await InDatabaseAsync(app.Services));
        if (missing.Count > 0)
            throw new NotFitException("不能为真实的人服务 Not fit to serve real people:\n" +
                string.Join('\n', missing.Distinct().Select(m => $"  - {m.Zh} {m.En}")));
    }

    // Without the hall's own context: that one needs the keys, and they may be what is missing.
    private static async Task<IReadOnlyList<Text>> InDatabaseAsync(IServiceProvider services)
    {
        try
        {
            var kind = services.GetRequiredService<DatabaseKind>();
            await using var db = kind.CreateContext(kind.Options(null), null!, null!);
            if (!(await db.Database.GetAppliedMigrationsAsync()).Any()) return [];
            var found = new List<Text>();
            foreach (var remnant in services.GetServices<DemoRemnant>())
                if (await remnant.IsThereAsync(db)) found.Add(remnant.What);
            return found;
        }
        catch (Exception e) when (e is DbException or ArgumentException)
        {
            return [new($"数据库打不开：{e.Message}", $"The database cannot be opened: see Hall:Database and Hall:ConnectionString.")];
        }
    }
}

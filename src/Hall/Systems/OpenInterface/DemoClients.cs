using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Systems.OpenInterface.Clients;
using Tongban.Hall.Systems.OpenInterface.SignOn;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>The demo's programs: one that files cases for the demo's people, one that people sign in to.</summary>
public static class DemoClients
{
    public const string Site = "demo-site", SiteAddress = "http://localhost:8080/callback", SiteAfter = "http://localhost:8080/";

    private const string Owner = "114403000000009916", OwnerName = "演示市数据局";

    public static async Task SeedAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HallDb>();
        var now = scope.ServiceProvider.GetRequiredService<CityTime>().Now;
        db.Proceeding = new Proceeding(Actor.System("demo"), now);
        var known = await db.Set<Client>().Select(c => c.Id).ToListAsync();
        foreach (var client in new[] { Program, SignInSite })
        {
            if (known.Contains(client.Id)) continue;
            ClientRegistry.Write(db, client, OAuth.DemoSecret, now);
            await db.SaveChangesAsync();
        }
        var granted = await db.Set<ApiGrant>().Where(g => g.ClientId == OAuth.DemoClient).Select(g => g.AccountId).ToListAsync();
        var missing = await db.Set<Account>().Where(a => a.IsDemo && !granted.Contains(a.Id)).Select(a => a.Id).ToListAsync();
        db.AddRange(missing.Select(id => new ApiGrant { ClientId = OAuth.DemoClient, AccountId = id }));
        await db.SaveChangesAsync();
    }

    private static NewClient Program => new()
    {
        Id = OAuth.DemoClient, Owner = Owner, OwnerName = OwnerName, Name = new Text("演示接口", "Demo program"),
        Why = new Text("替演示人物办件", "Files cases for the demo's people"), Terms = new ClientTerms { Scopes = [.. OAuth.Scopes.Keys] },
    };

    private static NewClient SignInSite => new()
    {
        Id = Site, Owner = Owner, OwnerName = OwnerName, Name = new Text("演示网站", "Demo site"),
        Why = new Text("让您不用再注册，就能预约场馆", "So that you can book a hall without registering again"),
        Terms = new ClientTerms { Scopes = [.. SignOnScopes.All.Keys], RedirectUris = [SiteAddress], AfterSignOutUris = [SiteAfter] },
    };
}

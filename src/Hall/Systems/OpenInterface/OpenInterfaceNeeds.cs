using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Production;

namespace Tongban.Hall.Systems.OpenInterface;

internal static class OpenInterfaceNeeds
{
    public static void AddOpenInterfaceNeeds(this IServiceCollection services)
    {
        services.AddKeyFileNeed("oauth-signing.pem", KeyFileNeed.MakeRsa);
        services.AddKeyFileNeed("oauth-encryption.key", KeyFileNeed.MakeSecret);
        services.AddDemoRemnant(
            new Text("数据库里有演示用的程序 demo 或 demo-site：请换一个空的数据库。", "The database holds the demo's API client or site (demo, demo-site): use an empty one."),
            db => db.Set<OpenIddictEntityFrameworkCoreApplication>().AnyAsync(a => a.ClientId == OAuth.DemoClient || a.ClientId == DemoClients.Site));
    }
}

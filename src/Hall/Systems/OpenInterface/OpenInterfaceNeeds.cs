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
            new Text("数据库里有演示用的接口客户端 demo：请换一个空的数据库。", "The database holds the demo's API client: use an empty one."),
            db => db.Set<OpenIddictEntityFrameworkCoreApplication>().AnyAsync(a => a.ClientId == OAuth.DemoClient));
    }
}

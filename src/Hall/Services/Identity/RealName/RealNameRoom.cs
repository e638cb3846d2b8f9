using Microsoft.Extensions.Options;
using Tongban.Hall.Platform.Connectors;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Production;
using Tongban.Hall.Services.Identity.RealName.Connectors;

namespace Tongban.Hall.Services.Identity.RealName;

internal static class RealNameRoom
{
    public static void AddRealName(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Hall:RealName");
        services.Configure<RealNameOptions>(section);
        services.AddSignedClient(HttpRealNameProvider.Client, (section.Get<RealNameOptions>() ?? new RealNameOptions()).Limits);
        services.AddTransient<IRealNameProvider, HttpRealNameProvider>();
        services.AddScoped<RealNames>();
        services.AddProductionNeed(provider => Missing(provider.GetRequiredService<IOptions<RealNameOptions>>().Value));
    }

    private static IEnumerable<Text> Missing(RealNameOptions options)
    {
        var address = GatewayAddress.Read(options.Address);
        if (address is null)
            yield return new("没有实名核验服务：请用 Hall:RealName:Address 指定它的地址。", "There is no real-name provider: give its address in Hall:RealName:Address.");
        else if (!GatewayAddress.IsPrivate(address))
            yield return new("实名核验服务的地址没有加密：Hall:RealName:Address 请用 https。", "The address of the real-name provider is not encrypted: use https in Hall:RealName:Address.");
        if (GatewayKey.Read(options.PublicKey) is null)
            yield return new("实名核验服务没有公钥，或者读不出来：请用 Hall:RealName:PublicKey 给出它的 SM2 公钥。", "The real-name provider has no public key, or not a readable one: give its SM2 public key in Hall:RealName:PublicKey.");
    }
}

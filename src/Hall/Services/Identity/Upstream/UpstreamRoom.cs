using Microsoft.Extensions.Options;
using Tongban.Hall.Platform.Connectors;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Platform.Production;

namespace Tongban.Hall.Services.Identity.Upstream;

internal static class UpstreamRoom
{
    public static void AddUpstream(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<UpstreamOptions>(configuration.GetSection(UpstreamOptions.Section));
        services.AddScoped<Bindings>();
        services.AddProductionNeed(provider => Missing(provider.GetRequiredService<IOptions<UpstreamOptions>>().Value));
        services.AddPersonalRows(new PersonalRows<Binding>
        {
            Group = DataGroup.Account, What = new("绑定的登录平台", "providers that sign you in"),
            Of = (db, person) => db.Set<Binding>().Where(b => b.AccountId == person),
        });
    }

    private static IEnumerable<Text> Missing(UpstreamOptions options)
    {
        if (!options.IsOn) yield break;
        if (GatewayAddress.Read(options.Authority) is not { } address || !GatewayAddress.IsPrivate(address))
            yield return new("上级登录平台的地址要用 https：Hall:Upstream:Authority。", "The upstream provider's address must be https: Hall:Upstream:Authority.");
        if (options.ClientId.Length == 0 || options.ClientSecret.Length == 0 || options.NameZh.Length == 0 || options.NameEn.Length == 0)
            yield return new("上级登录平台要有 Hall:Upstream 的 ClientId、ClientSecret、NameZh 和 NameEn。", "The upstream provider needs ClientId, ClientSecret, NameZh and NameEn of Hall:Upstream.");
        if (options.Checked.Length + options.Present.Length == 0)
            yield return new("上级登录平台怎样表示核验过身份，没有说明：请填 Hall:Upstream:Checked 或 Present。", "How the upstream provider says that it checked a person is not given: set Hall:Upstream:Checked or Present.");
    }
}

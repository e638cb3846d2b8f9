using Microsoft.Extensions.Options;
using Tongban.Hall.Platform.Connectors;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Production;

namespace Tongban.Hall.Services.Exchange;

public static class RegistryNeeds
{
    /// <summary>In production these registers must be reachable, each by its address and under its own key.</summary>
    public static IServiceCollection AddRegistryNeed(this IServiceCollection services, Func<IServiceProvider, IEnumerable<string>> registries) =>
        services.AddProductionNeed(provider => registries(provider).Distinct().SelectMany(name =>
            Missing(name, provider.GetRequiredService<IOptions<ExchangeOptions>>().Value.Registries.GetValueOrDefault(name) ?? new())));

    /// <summary>The registers that the loaded packages ask.</summary>
    public static IEnumerable<string> OfPackages(IServiceProvider services) =>
        services.GetRequiredService<PackageStore>().All.SelectMany(p => p.Registries).Select(r => r.Registry);

    private static IEnumerable<Text> Missing(string name, RegistryOptions options)
    {
        var section = $"Hall:Exchange:Registries:{name}";
        var address = GatewayAddress.Read(options.Address);
        if (address is null)
            yield return new($"登记库 {name} 没有连接器：请用 {section}:Address 指定它的查询地址。",
                $"The register {name} has no connector: give the address of its look-up in {section}:Address.");
        else if (!GatewayAddress.IsPrivate(address))
            yield return new($"登记库 {name} 的地址没有加密：{section}:Address 请用 https。", $"The address of the register {name} is not encrypted: use https in {section}:Address.");
        if (options.ReadKey() is null)
            yield return new($"登记库 {name} 没有公钥，或者读不出来：请用 {section}:PublicKey 给出它的 SM2 公钥。",
                $"The register {name} has no public key, or not a readable one: give its SM2 public key in {section}:PublicKey.");
    }
}

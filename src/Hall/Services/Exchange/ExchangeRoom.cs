using Tongban.Hall.Platform.Connectors;
using Tongban.Hall.Services.Exchange.Connectors.Http;

namespace Tongban.Hall.Services.Exchange;

public static class ExchangeRoom
{
    /// <summary>The registers that service packages may name.</summary>
    public static readonly IReadOnlyList<string> Registries =
        ["population", "education", "settlement", "criminal", "residence", "socialsecurity", "death", "allowance", "business"];

    public static IServiceCollection AddExchange(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Hall:Exchange");
        services.Configure<ExchangeOptions>(section);
        var options = section.Get<ExchangeOptions>() ?? new ExchangeOptions();
        // Each register has its own circuit: one that is down does not rest the others.
        foreach (var registry in Registries) services.AddSignedClient(registry, options.Limits);
        services.AddSingleton<IRegistryConnector, HttpRegistryConnector>();
        services.AddScoped<Exchange>();
        return services.AddRegistryNeed(RegistryNeeds.OfPackages);
    }
}

using Microsoft.Extensions.Http.Resilience;
using Polly;
using Tongban.Hall.Platform.Connectors;
using Tongban.Hall.Services.Exchange.Connectors.Demo;

namespace Tongban.Hall.Services.Exchange;

public static class ExchangeRoom
{
    /// <summary>The registers that service packages may name.</summary>
    public static readonly IReadOnlyList<string> Registries =
        ["population", "education", "settlement", "criminal", "residence", "socialsecurity", "death", "allowance"];

    public static IServiceCollection AddExchange(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Hall:Exchange");
        services.Configure<ExchangeOptions>(section);
        var options = section.Get<ExchangeOptions>() ?? new ExchangeOptions();
        services.AddTransient<SignedClient.Signing>();
        // Each register has its own circuit: one that is down does not rest the others.
        foreach (var registry in Registries) AddClient(services, registry, options);
        services.AddSingleton<IRegistryConnector, DemoRegistryConnector>();
        services.AddScoped<Exchange>();
        return services;
    }

    public static void AddClient(IServiceCollection services, string name, ExchangeOptions options)
    {
        var client = services.AddHttpClient(name);
        client.AddResilienceHandler(name, pipeline => pipeline
            .AddTimeout(options.PerLookup)
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = Math.Max(1, options.Retries),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(200),
            })
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                MinimumThroughput = 10,
                FailureRatio = 0.5,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(10),
            })
            .AddTimeout(options.PerAttempt));
        client.AddHttpMessageHandler<SignedClient.Signing>();
        services.AddKeyedTransient(name, (provider, _) =>
            new SignedClient(provider.GetRequiredService<IHttpClientFactory>().CreateClient(name)));
    }
}

using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Tongban.Hall.Platform.Connectors;

/// <summary>How long one waits for a gateway, and how often one asks again.</summary>
public sealed class GatewayLimits
{
    public TimeSpan PerAttempt { get; set; } = TimeSpan.FromSeconds(2);

    public TimeSpan PerRequest { get; set; } = TimeSpan.FromSeconds(5);

    public int Retries { get; set; } = 1;
}

public static class SignedClients
{
    /// <summary>A client that signs, retries with jitter, and rests when the gateway keeps failing.</summary>
    public static void AddSignedClient(this IServiceCollection services, string name, GatewayLimits limits)
    {
        var client = services.AddHttpClient(name);
        client.AddResilienceHandler(name, pipeline => pipeline
            .AddTimeout(limits.PerRequest)
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = Math.Max(1, limits.Retries),
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
            .AddTimeout(limits.PerAttempt));
        // Innermost, so that every attempt has a nonce of its own.
        client.AddHttpMessageHandler<SignedClient.Signing>();
        services.AddKeyedTransient(name, (provider, _) =>
            new SignedClient(provider.GetRequiredService<IHttpClientFactory>().CreateClient(name)));
    }
}

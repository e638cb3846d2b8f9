using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace Tongban.Hall.Platform.Connectors;

public static class SignedClients
{
    /// <summary>A client that signs, retries with jitter, and rests when the gateway keeps failing.</summary>
    public static void AddSignedClient(this IServiceCollection services, string name, GatewayLimits limits)
    {
        var client = services.AddHttpClient(name);
        // What is asked is personal: it goes where it was sent and nowhere else.
        client.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        client.AddResilienceHandler(name, pipeline => Resilience(pipeline, limits));
        client.AddHttpMessageHandler(provider => ActivatorUtilities.CreateInstance<SignedAttempt>(provider, limits));
        services.AddKeyedTransient(name, (provider, _) =>
            new SignedClient(provider.GetRequiredService<IHttpClientFactory>().CreateClient(name), limits));
    }

    private static void Resilience(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, GatewayLimits limits)
    {
        if (limits.Retries > 0)
            pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = limits.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(200),
                ShouldHandle = attempt => ValueTask.FromResult(LineFailed(attempt.Outcome.Exception)),
            });
        pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            MinimumThroughput = limits.RestAfter,
            FailureRatio = 0.5,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = limits.RestFor,
        });
        pipeline.AddTimeout(limits.PerAttempt);
    }

    private static bool LineFailed(Exception? exception) => exception is TimeoutRejectedException or IOException
        or HttpRequestException { HttpRequestError: not HttpRequestError.ConfigurationLimitExceeded };
}

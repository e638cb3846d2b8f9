using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Tongban.Hall.Platform.Web;

/// <summary>How often one address may try what could be guessed.</summary>
public static class RateLimits
{
    public const string Guessing = "guessing", Tokens = "tokens";

    public static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var given) ? given : TimeSpan.FromMinutes(1);
            context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limiter.PerAddress(Guessing, _ => 30);
        limiter.PerAddress(Tokens, hall => hall.TokensPerMinute);
    });

    private static void PerAddress(this Microsoft.AspNetCore.RateLimiting.RateLimiterOptions limiter, string policy, Func<HallOptions, int> aMinute) =>
        limiter.AddPolicy(policy, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = aMinute(http.RequestServices.GetRequiredService<IOptions<HallOptions>>().Value), Window = TimeSpan.FromMinutes(1) }));
}

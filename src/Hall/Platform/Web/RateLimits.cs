using System.Globalization;
using System.Threading.RateLimiting;

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
        limiter.PerAddress(Guessing, 30);
        limiter.PerAddress(Tokens, 60);
    });

    private static void PerAddress(this Microsoft.AspNetCore.RateLimiting.RateLimiterOptions limiter, string policy, int aMinute) =>
        limiter.AddPolicy(policy, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = aMinute, Window = TimeSpan.FromMinutes(1) }));
}

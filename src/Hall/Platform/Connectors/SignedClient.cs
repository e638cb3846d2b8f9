using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Tongban.Hall.Platform.Connectors;

/// <summary>What came back from a gateway; <see cref="Problem"/> says why nothing did.</summary>
public sealed record GatewayReply(string? Problem, string Signature, byte[] Body)
{
    public static GatewayReply Failed(string why) => new(why, "", []);
}

/// <summary>Asks one of the city's gateways, signed. A gateway's failure is a reply like any other.</summary>
public sealed class SignedClient(HttpClient http, GatewayLimits limits)
{
    public async Task<GatewayReply> PostAsync(Uri address, byte[] body, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(limits.PerRequest);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new("application/json");
            using var response = await http.SendAsync(request, patience.Token);
            if (!response.IsSuccessStatusCode) return GatewayReply.Failed($"http-{(int)response.StatusCode}");
            return new GatewayReply(null, Signature(response), await response.Content.ReadAsByteArrayAsync(patience.Token));
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded) { return GatewayReply.Failed("too-long"); }
        catch (Exception e) when (e is HttpRequestException or IOException) { return GatewayReply.Failed("unreachable"); }
        catch (Exception e) when (e is TimeoutRejectedException or OperationCanceledException && !stop.IsCancellationRequested) { return GatewayReply.Failed("timeout"); }
        catch (BrokenCircuitException) { return GatewayReply.Failed("resting"); }
    }

    private static string Signature(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-Signature", out var values) ? values.First() : "";
}

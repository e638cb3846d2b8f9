using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Connectors;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Sm;

namespace Tongban.Hall.Services.Exchange.Connectors.Demo;

/// <summary>The sandbox's registers, over real HTTP with signatures both ways.</summary>
public sealed class DemoRegistryConnector(IServiceProvider services, OutsideWorld world, IOptions<ExchangeOptions> options, CityTime time) : IRegistryConnector
{
    private const int MostBytes = 256 * 1024;

    private sealed record Answer(string? Registry, string? RequestId, string? CitizenNumber, string? Status, DateTimeOffset AsOf, JsonElement? Record);

    public async Task<RegistryAnswer> AskAsync(string registry, RegistryQuestion question, CancellationToken stop)
    {
        var id = Guid.NewGuid().ToString("N");
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            question.CitizenNumber, question.Name, question.Purpose, question.Reference, question.Fields, requestId = id,
        }, Notary.Json);
        try
        {
            var client = services.GetRequiredKeyedService<SignedClient>(registry);
            using var response = await client.PostAsync(new Uri(world.Registries!, $"registries/{registry}/lookup"), body, stop);
            if (!response.IsSuccessStatusCode) return Unavailable($"http-{(int)response.StatusCode}");
            var bytes = await ReadAsync(response, stop);
            return bytes is null ? Untrusted("too-long") : Judge(registry, question, id, bytes, response);
        }
        catch (Exception e) when (e is HttpRequestException or IOException) { return Unavailable("unreachable"); }
        catch (Exception e) when (e is TimeoutRejectedException or TaskCanceledException && !stop.IsCancellationRequested) { return Unavailable("timeout"); }
        catch (BrokenCircuitException) { return Unavailable("resting"); }
    }

    private RegistryAnswer Judge(string registry, RegistryQuestion question, string id, byte[] bytes, HttpResponseMessage response)
    {
        var evidence = response.Headers.TryGetValues("X-Signature", out var values) ? values.First() : "";
        var signature = new byte[256];
        if (!Convert.TryFromBase64String(evidence, signature, out var length)
            || world.RegistryKey?.Verify(Encoding.UTF8.GetBytes($"{id}\n{Convert.ToHexStringLower(Sm3.Hash(bytes))}"), signature[..length]) != true)
            return Untrusted("wrong-signature");
        if (Parse(bytes) is not { } answer) return Untrusted("unreadable");
        if (answer.RequestId != id || answer.Registry != registry) return Untrusted("another-request");
        if (answer.CitizenNumber != question.CitizenNumber) return Untrusted("another-person");
        if (time.Now - answer.AsOf > options.Value.OldestData) return Untrusted("too-old") with { AsOf = answer.AsOf };
        return answer.Status switch
        {
            "found" when answer.Record is { ValueKind: JsonValueKind.Object } record =>
                new(LookupStatus.Found, CityTime.Cut(answer.AsOf), record.GetRawText(), evidence),
            "notFound" => new(LookupStatus.NotFound, CityTime.Cut(answer.AsOf), null, evidence),
            _ => Untrusted("unreadable"),
        };
    }

    private static async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken stop)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(stop);
        var buffer = new byte[MostBytes];
        var length = await stream.ReadAtLeastAsync(buffer, MostBytes, throwOnEndOfStream: false, stop);
        return length == MostBytes ? null : buffer[..length];
    }

    private static Answer? Parse(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<Answer>(bytes, Notary.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static RegistryAnswer Unavailable(string why) => new(LookupStatus.Unavailable, Problem: why);

    private static RegistryAnswer Untrusted(string why) => new(LookupStatus.Untrusted, Problem: why);
}

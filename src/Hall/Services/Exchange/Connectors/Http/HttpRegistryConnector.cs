using System.Text.Json;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Connectors;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Sm;

namespace Tongban.Hall.Services.Exchange.Connectors.Http;

/// <summary>Registers over HTTP with signatures both ways: the city's, or the sandbox's, by the same settings.
/// The wire is described in src/Sandbox/README.md.</summary>
public sealed class HttpRegistryConnector(IServiceProvider services, IOptions<ExchangeOptions> options, CityTime time) : IRegistryConnector
{
    public async Task<RegistryAnswer> AskAsync(string registry, RegistryQuestion question, CancellationToken stop)
    {
        if (options.Value.Registries.GetValueOrDefault(registry)?.Gateway is not { } gateway) return Unavailable("not-configured");
        var id = Guid.NewGuid().ToString("N");
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            number = question.Number.Reveal(), name = question.Name?.Reveal(), question.Purpose, question.Reference, question.Fields, requestId = id,
        }, Notary.Json);
        var reply = await services.GetRequiredKeyedService<SignedClient>(registry).PostAsync(gateway.Address, body, stop);
        return reply.Problem switch
        {
            null => Judge(registry, question, gateway.Key, Evidence.Of(id, reply.Body, reply.Signature, gateway.Key)),
            "too-long" => Untrusted("too-long"),
            var problem => Unavailable(problem),
        };
    }

    private RegistryAnswer Judge(string registry, RegistryQuestion question, Sm2PublicKey key, Evidence evidence)
    {
        if (!evidence.Holds(key)) return Untrusted("wrong-signature");
        if (SignedAnswer.Read(evidence.Answer!) is not { } answer) return Untrusted("unreadable");
        if (answer.RequestId != evidence.RequestId || answer.Registry != registry) return Untrusted("another-request");
        if (answer.Number != question.Number.Reveal()) return Untrusted("another-person");
        if (answer.AsOf > time.Now + options.Value.ClockTolerance) return Untrusted("from-the-future") with { AsOf = CityTime.Cut(answer.AsOf) };
        if (time.Now - answer.AsOf > options.Value.OldestData) return Untrusted("too-old") with { AsOf = CityTime.Cut(answer.AsOf) };
        // Purpose limitation holds for evidence also: who is told more than he asked keeps the proof, not the text.
        var kept = answer.SaysOnly(question.Fields) ? evidence : evidence.WithoutAnswer();
        return answer.Status switch
        {
            "found" when answer.Cut(question.Fields) is { } record => new(LookupStatus.Found, CityTime.Cut(answer.AsOf), record, kept),
            "notFound" => new(LookupStatus.NotFound, CityTime.Cut(answer.AsOf), null, kept),
            _ => Untrusted("unreadable"),
        };
    }

    private static RegistryAnswer Unavailable(string why) => new(LookupStatus.Unavailable, Problem: why);

    private static RegistryAnswer Untrusted(string why) => new(LookupStatus.Untrusted, Problem: why);
}

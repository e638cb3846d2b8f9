using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Connectors;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Sm;

namespace Tongban.Hall.Services.Identity.RealName.Connectors;

/// <summary>A provider over HTTP with signatures both ways. The wire is described in src/Sandbox/README.md.</summary>
public sealed class HttpRealNameProvider([FromKeyedServices(HttpRealNameProvider.Client)] SignedClient client, IOptions<RealNameOptions> options, CityTime time) : IRealNameProvider
{
    public const string Client = "realname";

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2), Oldest = TimeSpan.FromDays(1);

    // A name that stands there twice could be read in two ways.
    private static readonly JsonSerializerOptions Json = new(Notary.Json) { AllowDuplicateProperties = false };

    private sealed record Answer(string? RequestId, string? CitizenNumber, string? Status, DateTimeOffset AsOf, Dictionary<string, bool>? Matches)
    {
        public override string ToString() => nameof(Answer);
    }

    public async Task<RealNameAnswer> AskAsync(RealNameQuestion question, CancellationToken stop)
    {
        if (options.Value.Gateway is not { } gateway) return Failed(RealNameStatus.Unavailable, "not-configured");
        var id = Guid.NewGuid().ToString("N");
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            citizenNumber = question.CitizenNumber.Reveal(), name = question.Name.Reveal(), question.Purpose, question.Reference, requestId = id,
            proofs = question.Proofs.Select(p => new { kind = Name(p.Kind), value = p.Value.Reveal() }),
        }, Notary.Json);
        var reply = await client.PostAsync(gateway.Address, body, stop);
        return reply.Problem switch
        {
            null => Judge(question, id, reply, gateway.Key),
            "too-long" => Failed(RealNameStatus.Untrusted, "too-long"),
            var problem => Failed(RealNameStatus.Unavailable, problem),
        };
    }

    private RealNameAnswer Judge(RealNameQuestion question, string id, GatewayReply reply, Sm2PublicKey key)
    {
        var evidence = new RealNameEvidence(id, Sm3.Hex(reply.Body), reply.Signature, Convert.ToBase64String(key.SubjectPublicKeyInfo));
        if (!Signed(evidence, key)) return Failed(RealNameStatus.Untrusted, "wrong-signature");
        if (Read(reply.Body) is not { } answer) return Failed(RealNameStatus.Untrusted, "unreadable");
        if (answer.RequestId != id) return Failed(RealNameStatus.Untrusted, "another-request");
        if (answer.CitizenNumber != question.CitizenNumber.Reveal()) return Failed(RealNameStatus.Untrusted, "another-person");
        if (answer.AsOf > time.Now + Tolerance) return Failed(RealNameStatus.Untrusted, "from-the-future");
        if (time.Now - answer.AsOf > Oldest) return Failed(RealNameStatus.Untrusted, "too-old");
        return answer.Status switch
        {
            "known" when answer.Matches is { } matches => new(RealNameStatus.Known, [.. question.Proofs.Select(p => p.Kind).Where(k => matches.GetValueOrDefault(Name(k)))], evidence),
            "unknown" => new(RealNameStatus.Unknown, [], evidence),
            _ => Failed(RealNameStatus.Untrusted, "unreadable"),
        };
    }

    private static bool Signed(RealNameEvidence evidence, Sm2PublicKey key)
    {
        var signature = new byte[256];
        return Convert.TryFromBase64String(evidence.Signature, signature, out var length)
            && key.Verify(Encoding.UTF8.GetBytes($"{evidence.RequestId}\n{evidence.Hash}"), signature[..length]);
    }

    private static Answer? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<Answer>(body, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Name(ProofKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private static RealNameAnswer Failed(RealNameStatus status, string why) => new(status, [], Problem: why);
}

using System.Text.Json;
using Tongban.Sandbox.Firms;
using Tongban.Sandbox.People;
using Tongban.Sandbox.Wire;

namespace Tongban.Sandbox.Registries;

/// <summary>POST /registries/{name}/lookup.</summary>
internal sealed class LookupEndpoint(Population people, AllFirms firms, SignedWire wire, SignedDelivery delivery, Faults faults, TimeProvider time)
{
    private sealed record Question(string? Number, string? Name, string? Purpose, string? Reference, string? RequestId, string[]? Fields)
    {
        public bool IsComplete => Number is not null && Fields is not null
            && RequestId is { Length: > 0 and <= 64 } && !string.IsNullOrWhiteSpace(Purpose) && !string.IsNullOrWhiteSpace(Reference);
    }

    public async Task HandleAsync(HttpContext http, string name)
    {
        var body = await Answers.ReadAsync(http.Request);
        if (wire.Refuse(http.Request, body) is { } refusal) await Answers.ProblemAsync(http, 401, refusal);
        else if (Registry.Named(name) is not { } registry) await Answers.ProblemAsync(http, 404, "unknown-registry");
        else if (Answers.Read<Question>(body) is not { IsComplete: true } question)
            await Answers.ProblemAsync(http, 400, "number-purpose-reference-fields-and-request-id-are-required");
        else await delivery.SendAsync(http, name, question.RequestId!, await faults.StrikeAsync(name, http), fault => Write(registry, question, fault));
    }

    private byte[] Write(Registry registry, Question question, FaultMode fault)
    {
        var asOf = SignedDelivery.AsOf(time, fault);
        var today = CityDay.Of(asOf);
        var (number, name, record) = registry.OfFirm is { } ofFirm
            ? Tell(fault == FaultMode.OtherPerson ? firms.At(0) : firms.Find(question.Number!, today), f => (f.Code, f.Name, ofFirm(f)))
            : Tell(fault == FaultMode.OtherPerson ? people.SomebodyElse(question.Number!) : people.Find(question.Number!, today), p => (p.Number, p.Name, registry.Record(p, today)));
        // A register answers only for a number and name that belong together.
        if (fault != FaultMode.OtherPerson && question.Name is not null && question.Name != name) record = null;
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            registry = registry.Name,
            requestId = question.RequestId,
            number = number ?? question.Number,
            status = record is null ? "notFound" : "found",
            asOf,
            record = record?.Where(f => fault == FaultMode.TooMuch || question.Fields!.Contains(f.Key)).ToDictionary(),
        }, Answers.Json);
    }

    private static (string? Number, string? Name, Dictionary<string, object?>? Record) Tell<T>(T? subject, Func<T, (string, string, Dictionary<string, object?>?)> tell) where T : class =>
        subject is null ? default : tell(subject);
}

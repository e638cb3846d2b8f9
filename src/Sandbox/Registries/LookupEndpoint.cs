using System.Text.Json;
using Tongban.Sandbox.People;
using Tongban.Sandbox.Wire;

namespace Tongban.Sandbox.Registries;

/// <summary>POST /registries/{name}/lookup.</summary>
internal sealed class LookupEndpoint(Population people, SignedWire wire, SignedDelivery delivery, Faults faults, TimeProvider time)
{
    private sealed record Question(string? CitizenNumber, string? Name, string? Purpose, string? Reference, string? RequestId, string[]? Fields)
    {
        public bool IsComplete => CitizenNumber is not null && Fields is not null
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
        var person = fault == FaultMode.OtherPerson ? people.SomebodyElse(question.CitizenNumber!) : people.Find(question.CitizenNumber!, today);
        // A register answers only for a number and name that belong together.
        var matches = fault == FaultMode.OtherPerson || question.Name is null || question.Name == person?.Name;
        var record = person is not null && matches ? registry.Record(person, today) : null;
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            registry = registry.Name,
            requestId = question.RequestId,
            citizenNumber = person?.Number ?? question.CitizenNumber,
            status = record is null ? "notFound" : "found",
            asOf,
            record = record?.Where(f => fault == FaultMode.TooMuch || question.Fields!.Contains(f.Key)).ToDictionary(),
        }, Answers.Json);
    }
}

using System.Text.Json;
using Tongban.Sandbox.People;
using Tongban.Sandbox.Registries;
using Tongban.Sandbox.Wire;

namespace Tongban.Sandbox.RealName;

/// <summary>POST /realname/checks: compares what a person shows with what the authorities and banks have.</summary>
internal sealed class RealNameEndpoint(Population people, SignedWire wire, SignedDelivery delivery, Faults faults, TimeProvider time)
{
    public const string Name = "realname";

    private sealed record Shown(string? Kind, string? Value);

    private sealed record Question(string? CitizenNumber, string? Name, string? Purpose, string? Reference, string? RequestId, Shown[]? Proofs)
    {
        public bool IsComplete => CitizenNumber is not null && Name is not null && Proofs is { Length: > 0 and <= 5 }
            && RequestId is { Length: > 0 and <= 64 } && !string.IsNullOrWhiteSpace(Purpose) && !string.IsNullOrWhiteSpace(Reference);
    }

    public async Task HandleAsync(HttpContext http)
    {
        var body = await Answers.ReadAsync(http.Request);
        if (wire.Refuse(http.Request, body) is { } refusal) await Answers.ProblemAsync(http, 401, refusal);
        else if (Answers.Read<Question>(body) is not { IsComplete: true } question)
            await Answers.ProblemAsync(http, 400, "number-name-purpose-reference-proofs-and-request-id-are-required");
        else await delivery.SendAsync(http, Name, question.RequestId!, await faults.StrikeAsync(Name, http), fault => Write(question, fault));
    }

    private byte[] Write(Question question, FaultMode fault)
    {
        var asOf = SignedDelivery.AsOf(time, fault);
        var person = fault == FaultMode.OtherPerson ? people.SomebodyElse(question.CitizenNumber!) : people.Find(question.CitizenNumber!, CityDay.Of(asOf));
        var known = person is not null && (fault == FaultMode.OtherPerson || person.Name == question.Name);
        var has = known ? Proofs.Of(person!) : new Dictionary<string, string>();
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            requestId = question.RequestId,
            citizenNumber = person?.Number ?? question.CitizenNumber,
            status = known ? "known" : "unknown",
            asOf,
            matches = known ? question.Proofs!.DistinctBy(p => p.Kind).ToDictionary(p => p.Kind ?? "", p => has.GetValueOrDefault(p.Kind ?? "") == p.Value) : null,
        }, Answers.Json);
    }
}

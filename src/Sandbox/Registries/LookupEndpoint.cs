using System.Text.Json;
using Tongban.Sandbox.People;
using Tongban.Sandbox.Wire;
using Tongban.Sm;

namespace Tongban.Sandbox.Registries;

/// <summary>POST /registries/{name}/lookup.</summary>
internal sealed class LookupEndpoint(Population people, SignedWire wire, RegistryKeys keys, Faults faults, TimeProvider time)
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
        else await AnswerAsync(http, registry, question, await faults.StrikeAsync(name, http));
    }

    private async Task AnswerAsync(HttpContext http, Registry registry, Question question, FaultMode fault)
    {
        if (Faults.Ends(fault, http)) return;
        var answer = fault switch
        {
            FaultMode.Garbage => "<html>502 bad gateway"u8.ToArray(),
            FaultMode.Flood => Enumerable.Repeat((byte)' ', 4 * 1024 * 1024).ToArray(),
            _ => Write(registry, question, fault),
        };
        if (fault == FaultMode.LostAnswer)
        {
            http.Abort();
            return;
        }
        SignedWire.Sign(http.Response, question.RequestId!, answer, KeyOf(registry, fault));
        http.Response.ContentType = "application/json";
        if (fault == FaultMode.Stall)
        {
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Faults.NeverAsync(http);
            http.Abort();
            return;
        }
        await http.Response.Body.WriteAsync(answer, http.RequestAborted);
    }

    private Sm2Key KeyOf(Registry registry, FaultMode fault) => fault switch
    {
        FaultMode.WrongSignature => Sm2Key.Generate(),
        FaultMode.OtherRegister => keys.Of(Registry.All.First(r => r != registry).Name),
        _ => keys.Of(registry.Name),
    };

    private byte[] Write(Registry registry, Question question, FaultMode fault)
    {
        var asOf = time.GetUtcNow() - (fault switch
        {
            FaultMode.Stale => TimeSpan.FromDays(30),
            FaultMode.Future => TimeSpan.FromDays(-1),
            _ => TimeSpan.FromMinutes(10),
        });
        var today = CityDay.Of(asOf);
        var person = fault == FaultMode.OtherPerson ? SomebodyElse(question.CitizenNumber!) : people.Find(question.CitizenNumber!, today);
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

    private Person SomebodyElse(string number) => people.At(0) is var first && first.Number != number ? first : people.At(1);
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Tongban.Sandbox.People;
using Tongban.Sandbox.Wire;

namespace Tongban.Sandbox.Registries;

/// <summary>POST /registries/{name}/lookup.</summary>
internal sealed class LookupEndpoint(Population people, SignedWire wire, TimeProvider time, Func<string, Fault> faultOf)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private sealed record Question(string? CitizenNumber, string? Name, string? Purpose, string? Reference, string? RequestId, string[]? Fields);

    public async Task HandleAsync(HttpContext http, string name)
    {
        var body = await ReadAsync(http.Request);
        if (wire.Refuse(http.Request, body) is { } refusal)
        {
            await Problem(http, 401, refusal);
            return;
        }
        var registry = Registry.All.FirstOrDefault(r => r.Name == name);
        if (registry is null || Parse(body) is not { CitizenNumber: { } number, RequestId: { } id, Fields: { } fields } question
            || string.IsNullOrWhiteSpace(question.Purpose) || string.IsNullOrWhiteSpace(question.Reference))
        {
            await Problem(http, registry is null ? 404 : 400, registry is null ? "unknown-registry" : "number-purpose-reference-fields-and-request-id-are-required");
            return;
        }
        var fault = faultOf(name) is { } f && f.Strikes() ? f : Fault.None;
        if (await BreaksAsync(http, fault)) return;
        await AnswerAsync(http, registry, number, question.Name, id, fields, fault.Mode);
    }

    private async Task AnswerAsync(HttpContext http, Registry registry, string number, string? name, string id, string[] fields, FaultMode fault)
    {
        var person = people.Find(fault == FaultMode.OtherPerson ? people.At(0).Number : number);
        // A registry answers only for a number and name that belong together.
        var record = person is null || fault != FaultMode.OtherPerson && name is not null && name != person.Name ? null : registry.Record(person);
        var answer = JsonSerializer.SerializeToUtf8Bytes(new
        {
            registry = registry.Name,
            requestId = id,
            citizenNumber = person?.Number ?? number,
            status = record is null ? "notFound" : "found",
            asOf = time.GetUtcNow() - (fault == FaultMode.Stale ? TimeSpan.FromDays(30) : TimeSpan.FromMinutes(10)),
            record = record?.Where(f => fields.Contains(f.Key)).ToDictionary(),
        }, Json);
        if (fault == FaultMode.Garbage) answer = "<html>502 bad gateway"u8.ToArray();
        wire.Sign(http.Response, id, answer, wrongly: fault == FaultMode.WrongSignature);
        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(answer);
    }

    private async Task<bool> BreaksAsync(HttpContext http, Fault fault)
    {
        switch (fault.Mode)
        {
            case FaultMode.Slow: await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs), http.RequestAborted); return false;
            case FaultMode.Down: http.Abort(); return true;
            case FaultMode.Hang: await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default); return true;
            case FaultMode.Error500: http.Response.StatusCode = 500; return true;
            default: return false;
        }
    }

    internal static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var memory = new MemoryStream();
        await request.Body.CopyToAsync(memory);
        return memory.ToArray();
    }

    internal static Task Problem(HttpContext http, int status, string code)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { status, code }, Json, "application/problem+json");
    }

    private static Question? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<Question>(body, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

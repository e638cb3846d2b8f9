using System.Collections.Concurrent;
using System.Text.Json;
using Tongban.Sandbox.Registries;
using Tongban.Sandbox.Wire;

namespace Tongban.Sandbox.Sms;

/// <summary>A message that arrived on an invented telephone.</summary>
public sealed record SmsMessage(string Id, string Mobile, string Text, DateTimeOffset At);

/// <summary>POST /sms/messages: takes each message once, whatever the sender repeats.</summary>
internal sealed class SmsGateway(SignedWire wire, TimeProvider time)
{
    private const int Most = 5000;
    private readonly ConcurrentDictionary<string, SmsMessage> messages = new();

    private sealed record Incoming(string? Id, string? Mobile, string? Text);

    public IEnumerable<SmsMessage> To(string? mobile) =>
        messages.Values.Where(m => mobile is null or "" || m.Mobile == mobile).OrderByDescending(m => m.At).Take(200);

    public async Task HandleAsync(HttpContext http)
    {
        var body = await LookupEndpoint.ReadAsync(http.Request);
        if (wire.Refuse(http.Request, body) is { } refusal) await LookupEndpoint.Problem(http, 401, refusal);
        else if (Parse(body) is not { Id: { Length: > 0 } id, Mobile: { Length: 11 } mobile, Text: { Length: > 0 and <= 500 } text })
            await LookupEndpoint.Problem(http, 400, "id-mobile-and-text-are-required");
        else
        {
            if (messages.Count >= Most) messages.Clear();
            var known = !messages.TryAdd(id, new SmsMessage(id, mobile, text, time.GetUtcNow()));
            await http.Response.WriteAsJsonAsync(new { id, known }, LookupEndpoint.Json);
        }
    }

    private static Incoming? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<Incoming>(body, LookupEndpoint.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

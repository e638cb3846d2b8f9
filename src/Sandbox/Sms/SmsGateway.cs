using Tongban.Codes;
using Tongban.Sandbox.Registries;
using Tongban.Sandbox.Wire;

namespace Tongban.Sandbox.Sms;

/// <summary>A message that arrived on an invented telephone.</summary>
public sealed record SmsMessage(string Id, string Mobile, string Text, DateTimeOffset At);

/// <summary>POST /sms/messages: takes each message once, whatever the sender repeats.</summary>
internal sealed class SmsGateway(SignedWire wire, Faults faults, TimeProvider time)
{
    // The oldest make room, so that a long load test does not fill the memory.
    private const int Most = 20_000;

    private readonly Lock guard = new();
    private readonly Dictionary<string, SmsMessage> byId = [];
    private readonly Queue<SmsMessage> inOrder = new();

    private sealed record Incoming(string? Id, string? Mobile, string? Text);

    /// <summary>Newest first; all telephones when none is named.</summary>
    public IReadOnlyList<SmsMessage> To(string? mobile, int most = 200)
    {
        lock (guard) return [.. inOrder.Reverse().Where(m => string.IsNullOrEmpty(mobile) || m.Mobile == mobile).Take(most)];
    }

    public async Task HandleAsync(HttpContext http)
    {
        var body = await Answers.ReadAsync(http.Request);
        if (wire.Refuse(http.Request, body) is { } refusal)
            await Answers.ProblemAsync(http, 401, refusal);
        else if (Answers.Read<Incoming>(body) is not { Id: { Length: > 0 and <= 64 } id, Text: { Length: > 0 and <= 500 } text } incoming
            || !MobileNumber.TryParse(incoming.Mobile, out var mobile, out _))
            await Answers.ProblemAsync(http, 400, "id-mobile-and-text-are-required");
        else
            await TakeAsync(http, new SmsMessage(id, mobile, text, time.GetUtcNow()), await faults.StrikeAsync(Faults.Sms, http));
    }

    private async Task TakeAsync(HttpContext http, SmsMessage message, FaultMode fault)
    {
        if (Faults.Ends(fault, http)) return;
        var first = Keep(message);
        if (fault == FaultMode.LostAnswer)
            http.Abort();
        else if ((first.Mobile, first.Text) != (message.Mobile, message.Text))
            await Answers.ProblemAsync(http, 409, "id-used-for-another-message");
        else
            await http.Response.WriteAsJsonAsync(new { message.Id, known = !ReferenceEquals(first, message) }, Answers.Json);
    }

    /// <summary>The message that bears the id: this one, or the one that came before.</summary>
    private SmsMessage Keep(SmsMessage message)
    {
        lock (guard)
        {
            if (byId.TryGetValue(message.Id, out var known)) return known;
            if (inOrder.Count == Most) byId.Remove(inOrder.Dequeue().Id);
            byId.Add(message.Id, message);
            inOrder.Enqueue(message);
            return message;
        }
    }
}

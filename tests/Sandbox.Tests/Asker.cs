using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tongban.Sm;

namespace Tongban.Sandbox.Tests;

/// <summary>Asks over real HTTP as README.md says, with no code of the sandbox.</summary>
internal sealed class Asker : IAsyncDisposable
{
    public static readonly Sm2Key Key = Sm2Key.Generate();

    private Asker(SandboxServer server, Clock clock) =>
        (Server, Clock, Http) = (server, clock, new HttpClient { BaseAddress = server.Address });

    public SandboxServer Server { get; }

    public Clock Clock { get; }

    public HttpClient Http { get; }

    /// <summary>A sandbox of its own for each test, at noon in the city.</summary>
    public static async Task<Asker> StartAsync()
    {
        var clock = new Clock(new DateTimeOffset(2026, 11, 23, 4, 0, 0, TimeSpan.Zero));
        var clients = new Dictionary<string, Sm2PublicKey> { ["hall"] = Key.PublicKey };
        return new Asker(await SandboxServer.StartAsync(new SandboxOptions { Clients = clients, Time = clock }), clock);
    }

    public async Task<Reply> LookUpAsync(string registry, string number, string? name = null, string[]? fields = null)
    {
        var id = Guid.NewGuid().ToString("N");
        var body = new JsonObject
        {
            ["number"] = number, ["name"] = name, ["purpose"] = "办理毕业生接收", ["reference"] = "case-1", ["requestId"] = id,
            ["fields"] = new JsonArray([.. (fields ?? []).Select(f => (JsonNode)f)]),
        };
        return await ReplyAsync(await Http.SendAsync(Sign($"/registries/{registry}/lookup", body.ToJsonString())), id, registry);
    }

    public Task<HttpResponseMessage> SendSmsAsync(string id, string mobile, string text) =>
        Http.SendAsync(Sign("/sms/messages", new JsonObject { ["id"] = id, ["mobile"] = mobile, ["text"] = text }.ToJsonString()));

    public HttpRequestMessage Sign(string path, string body, Sm2Key? key = null, string client = "hall", string? nonce = null, DateTimeOffset? at = null, string? signedBody = null)
    {
        var stamp = (at ?? Clock.Now).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        nonce ??= RandomNumberGenerator.GetHexString(32);
        var text = $"POST\n{path}\n{stamp}\n{nonce}\n{Hash(Encoding.UTF8.GetBytes(signedBody ?? body))}";
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Client", client);
        request.Headers.Add("X-Timestamp", stamp);
        request.Headers.Add("X-Nonce", nonce);
        request.Headers.Add("X-Signature", Convert.ToBase64String((key ?? Key).Sign(Encoding.UTF8.GetBytes(text))));
        return request;
    }

    public async Task<Reply> ReplyAsync(HttpResponseMessage response, string requestId, string registry = "population")
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var signed = response.Headers.TryGetValues("X-Signature", out var values)
            && Server.PublicKeyOf(registry).Verify(Encoding.UTF8.GetBytes($"{requestId}\n{Hash(bytes)}"), Convert.FromBase64String(values.Single()));
        return new Reply(response.StatusCode, Parse(bytes), signed, requestId);
    }

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        return Server.DisposeAsync();
    }

    private static string Hash(byte[] body) => Convert.ToHexStringLower(Sm3.Hash(body));

    private static JsonNode? Parse(byte[] bytes)
    {
        try
        {
            return JsonNode.Parse(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

internal sealed record Reply(HttpStatusCode Status, JsonNode? Body, bool Signed, string RequestId)
{
    public string? this[string name] => Body?[name]?.ToString();

    public string? Code => this["code"];

    public JsonObject Record => Body!["record"]!.AsObject();
}

using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Tongban.Hall.Systems.OpenInterface;
using Tongban.Sandbox.People;

namespace Tongban.Hall.Tests.Support;

/// <summary>Another system that uses the API, with a token of its own.</summary>
public sealed class ApiClient : IDisposable
{
    public static readonly string AllScopes = string.Join(' ', OAuth.Scopes.Keys);

    private ApiClient(HallHost host) =>
        Http = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 }) { BaseAddress = host.Address };

    public HttpClient Http { get; }

    public static async Task<ApiClient> OfAsync(HallHost host, string? scopes = null, string client = OAuth.DemoClient, string secret = OAuth.DemoSecret)
    {
        var api = new ApiClient(host);
        var token = await JsonAsync(await api.TokenAsync(scopes ?? AllScopes, client, secret));
        api.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)token["access_token"]!);
        return api;
    }

    /// <summary>A client without a token.</summary>
    public static ApiClient Nobody(HallHost host) => new(host);

    /// <summary>A client that the hall knows, and that may act for nobody.</summary>
    public static async Task<ApiClient> StrangerAsync(HallHost host)
    {
        var (id, secret) = await Systems.OpenInterface.Clients.ClientRegistryTests.RegisterAsync(host, "stranger", [.. OAuth.Scopes.Keys]);
        return await OfAsync(host, client: id, secret: secret);
    }

    public Task<HttpResponseMessage> TokenAsync(string scopes, string client = OAuth.DemoClient, string secret = OAuth.DemoSecret) =>
        Http.PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = client, ["client_secret"] = secret, ["scope"] = scopes,
        }), Stop);

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync($"/api/v1/{path}", Stop);

    public Task<HttpResponseMessage> PostAsync(string path, object body, string? key) => PostAsync(path, JsonContent.Create(body), key);

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent body, string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{path}") { Content = body };
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return Http.SendAsync(request, Stop);
    }

    public static object Graduate(string name) => new { item = "graduate-settlement", applicant = Number(name), answers = Answers };

    public static string Number(string name) =>
        DemoPeople.Of(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime)).First(d => d.Person.Name == name).Person.Number;

    public static JsonObject Answers => new()
    {
        ["落户方式"] = "人才集体户", ["区"] = "440305000000", ["街道"] = "440305001000", ["社区"] = "440305001001",
        ["手机号码"] = "13900000000", ["送达方式"] = "电子", ["参加过禁止组织"] = false,
    };

    /// <summary>What goes with the submission of a case that was read.</summary>
    public static object Shown(JsonObject draft) => new { version = (int)draft["version"]!, shownHash = (string)draft["shownHash"]! };

    public static async Task<JsonObject> JsonAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!.AsObject();

    /// <summary>The answer must be a problem; returns its code.</summary>
    public static async Task<string> CodeAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(Stop);
        Assert.True(response.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{(int)response.StatusCode} {response.Content.Headers.ContentType} {text}");
        var problem = JsonNode.Parse(text)!.AsObject();
        Assert.Equal((int)response.StatusCode, (int)problem["status"]!);
        Assert.False(string.IsNullOrWhiteSpace((string)problem["title"]!) || string.IsNullOrWhiteSpace((string)problem["detail"]!));
        return (string)problem["code"]!;
    }

    public void Dispose() => Http.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}

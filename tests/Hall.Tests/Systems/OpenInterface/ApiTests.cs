using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tongban.Hall.Systems.OpenInterface;
using Tongban.Hall.Tests.Support;
using Tongban.Sandbox.People;
using Tongban.TransparencyLog;

namespace Tongban.Hall.Tests.Systems.OpenInterface;

public sealed class ApiTests : IAsyncLifetime
{
    private static readonly JsonObject Answers = new()
    {
        ["落户方式"] = "人才集体户", ["区"] = "440305000000", ["街道"] = "440305001000", ["社区"] = "440305001001",
        ["手机号码"] = "13900000000", ["送达方式"] = "电子", ["参加过禁止组织"] = false,
    };

    private readonly HallHost host = new();
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        host.Start();
        http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync("items cases licences ledger lookups"));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Case_FiledByAProgram_IsGrantedAtOnce_AndItsReceiptHolds()
    {
        var begun = await SendAsync("cases", Begin("林晓雯"), "a");
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        var draft = await JsonAsync(begun);
        var path = $"cases/{draft["id"]}/submit";
        var body = new { version = (int)draft["version"]!, shownHash = (string)draft["shownHash"]! };

        var first = await JsonAsync(await SendAsync(path, body, "b"));
        var again = await JsonAsync(await SendAsync(path, body, "b"));

        Assert.True((bool)first["granted"]!);
        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        var receipt = Receipt.Read(first["receipt"]!.ToJsonString()).Value!;
        Assert.DoesNotContain(receipt.Verify(null), f => f.State == ProofState.Failed);
        var licence = await JsonAsync(await http.GetAsync($"/api/v1/licences/{first["licence"]}", Stop));
        Assert.True((bool)licence["holds"]!);
        var progress = await JsonAsync(await http.GetAsync($"/api/v1/cases/{first["number"]}/progress?code={first["queryCode"]}", Stop));
        Assert.Equal("Closed", (string)progress["state"]!);
    }

    [Fact]
    public async Task ChangedSinceItWasRead_IsRefusedWithAStableCode()
    {
        var draft = await JsonAsync(await SendAsync("cases", Begin("周子涵"), "c"));
        var refused = await SendAsync($"cases/{draft["id"]}/submit", new { version = (int)draft["version"]!, shownHash = new string('0', 64) }, "d");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("case.shown-differs", (string)(await JsonAsync(refused))["code"]!);
    }

    [Fact]
    public async Task IdempotencyKey_MissingOrReused_IsRefused()
    {
        var without = await http.PostAsJsonAsync("/api/v1/cases", Begin("林晓雯"), Stop);
        Assert.Equal("idempotency.missing", (string)(await JsonAsync(without))["code"]!);
        await SendAsync("cases", Begin("林晓雯"), "e");
        var other = await SendAsync("cases", Begin("周子涵"), "e");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal("idempotency.reused", (string)(await JsonAsync(other))["code"]!);
    }

    [Fact]
    public async Task SamePressedTwiceAtOnce_BeginsOneCase()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync("cases", Begin("黄嘉敏"), "f")));
        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict));
        var ids = new HashSet<string>();
        foreach (var answer in answers.Where(a => a.StatusCode == HttpStatusCode.Created)) ids.Add((string)(await JsonAsync(answer))["id"]!);
        Assert.Single(ids);
    }

    [Fact]
    public async Task Stranger_DoesNotExistForTheClient()
    {
        var person = host.Sandbox.People.At(7);
        var answer = await SendAsync("cases", new { item = "graduate-settlement", applicant = person.Number, answers = new { } }, "g");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/items", "cases", HttpStatusCode.Forbidden)]
    [InlineData("/api/v1/items", "items", HttpStatusCode.OK)]
    [InlineData("/api/v1/ledger/checkpoint", "items", HttpStatusCode.Forbidden)]
    [InlineData("/api/v1/items", null, HttpStatusCode.Unauthorized)]
    public async Task Scopes_OpenOnlyTheirOwnDoor(string path, string? scope, HttpStatusCode expected)
    {
        using var other = new HttpClient { BaseAddress = host.Address };
        if (scope is not null) other.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(scope));
        Assert.Equal(expected, (await other.GetAsync(path, Stop)).StatusCode);
    }

    [Fact]
    public async Task MalformedJson_IsExplained()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases") { Content = new StringContent("{\"item\":", new MediaTypeHeaderValue("application/json")) };
        request.Headers.Add("Idempotency-Key", "h");
        var answer = await http.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("body.unreadable", (string)(await JsonAsync(answer))["code"]!);
    }

    [Fact]
    public async Task Description_IsTheOneThatWasAgreed()
    {
        var options = new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        var now = JsonNode.Parse(await http.GetStringAsync("/openapi/v1.json", Stop))!.ToJsonString(options) + "\n";
        var agreed = Path.Combine(HallHost.Root, "docs", "api", "openapi.v1.json");
        if (File.Exists(agreed) && await File.ReadAllTextAsync(agreed, Stop) == now) return;
        await File.WriteAllTextAsync(agreed + ".received", now, Stop);
        Assert.Fail("The API's description changed: compare docs/api/openapi.v1.json with the .received file beside it.");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private object Begin(string name) => new
    {
        item = "graduate-settlement",
        applicant = DemoPeople.Of(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime)).First(d => d.Person.Name == name).Person.Number,
        answers = Answers,
    };

    private async Task<HttpResponseMessage> SendAsync(string path, object body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{path}") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        return await http.SendAsync(request, Stop);
    }

    private static async Task<JsonObject> JsonAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!.AsObject();

    private async Task<string> TokenAsync(string scope)
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        using var response = await client.PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = OAuth.DemoClient, ["client_secret"] = OAuth.DemoSecret, ["scope"] = scope,
        }), Stop);
        var json = await JsonAsync(response);
        return (string?)json["access_token"] ?? throw new InvalidOperationException(json.ToJsonString());
    }
}

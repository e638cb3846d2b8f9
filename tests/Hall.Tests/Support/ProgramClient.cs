using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tongban.Hall.Systems.OpenInterface;
using Tongban.Sandbox.People;

namespace Tongban.Hall.Tests.Support;

/// <summary>A program that files graduates' cases over the API; null is the answer of a hall that died.</summary>
public sealed class ProgramClient : IDisposable
{
    private static readonly JsonObject Answers = new()
    {
        ["落户方式"] = "人才集体户", ["区"] = "440305000000", ["街道"] = "440305001000", ["社区"] = "440305001001",
        ["手机号码"] = "13900000000", ["送达方式"] = "电子", ["参加过禁止组织"] = false,
    };

    private readonly HttpClient http;

    private ProgramClient(Uri address) => http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };

    public sealed record Filing(Guid CaseId, int Version, string ShownHash, string Key);

    public sealed record Answer(HttpStatusCode Status, JsonObject Body);

    public static async Task<ProgramClient?> OfAsync(Uri address)
    {
        var client = new ProgramClient(address);
        var token = await client.SendAsync("/connect/token", null, new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = OAuth.DemoClient, ["client_secret"] = OAuth.DemoSecret, ["scope"] = "cases",
        }));
        if (token is null) return null;
        client.http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)token.Body["access_token"]!);
        return client;
    }

    public async Task<Filing?> BeginAsync(string name)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime);
        var number = DemoPeople.Of(today).First(d => d.Person.Name == name).Person.Number;
        var begun = await SendAsync("/api/v1/cases", NewKey(), JsonContent.Create(new { item = "graduate-settlement", applicant = number, answers = Answers }));
        return begun is null ? null : new Filing(Guid.Parse((string)begun.Body["id"]!), (int)begun.Body["version"]!, (string)begun.Body["shownHash"]!, NewKey());
    }

    public Task<Answer?> SubmitAsync(Filing filing) =>
        SendAsync($"/api/v1/cases/{filing.CaseId}/submit", filing.Key, JsonContent.Create(new { version = filing.Version, shownHash = filing.ShownHash }));

    public void Dispose() => http.Dispose();

    private static string NewKey() => Guid.NewGuid().ToString("N");

    private async Task<Answer?> SendAsync(string path, string? key, HttpContent body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        try
        {
            using var answer = await http.SendAsync(request);
            return new Answer(answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject());
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException)
        {
            return null;
        }
    }
}

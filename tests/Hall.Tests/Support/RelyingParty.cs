using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Web;
using Microsoft.IdentityModel.Tokens;
using Tongban.Hall.Systems.OpenInterface;

namespace Tongban.Hall.Tests.Support;

/// <summary>A program that lets people sign in with the hall: the demo's site, played letter by letter.</summary>
public sealed class RelyingParty(HallHost host, string client = DemoClients.Site, string secret = OAuth.DemoSecret, string address = DemoClients.SiteAddress) : IDisposable
{
    public const string Verifier = "a-verifier-of-more-than-43-characters-for-this-test-only";

    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };

    public static string Challenge { get; } = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public void Dispose() => http.Dispose();

    /// <summary>The address to which the program sends a browser. A change to null leaves a parameter out.</summary>
    public string Ask(params (string Name, string? Value)[] changes)
    {
        var query = new Dictionary<string, string?>
        {
            ["client_id"] = client, ["redirect_uri"] = address, ["response_type"] = "code", ["scope"] = "openid profile offline_access", ["state"] = "s1", ["nonce"] = "n1",
            ["code_challenge"] = Challenge, ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes) query[name] = value;
        return "/connect/authorize?" + string.Join('&', query.Where(q => q.Value is not null).Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value!)}"));
    }

    /// <summary>The person presses a button of a page of the sign-on.</summary>
    public static Task<Shown> PressAsync(Visitor visitor, Shown page, string decision, string to = "/connect/authorize") => visitor.PostAsync(to, new FormUrlEncodedContent(
        Regex.Matches(page.Body, "<input[^>]*type=\"hidden\"[^>]*>").Select(m => KeyValuePair.Create(
            WebUtility.HtmlDecode(Regex.Match(m.Value, "name=\"([^\"]*)\"").Groups[1].Value), WebUtility.HtmlDecode(Regex.Match(m.Value, "value=\"([^\"]*)\"").Groups[1].Value)))
            .DistinctBy(p => p.Key).Append(new("decision", decision))));

    public async Task<string> CodeAsync(Visitor visitor, params (string Name, string? Value)[] changes)
    {
        var page = await visitor.GetAsync(Ask(changes));
        if (page.Location is null) page = await PressAsync(visitor, page, "allow");
        return Answer(page)["code"] ?? throw new InvalidOperationException($"{page.Status} {page.Location} {page.Words}");
    }

    /// <summary>What stands in the address that the browser is led back to.</summary>
    public static System.Collections.Specialized.NameValueCollection Answer(Shown page) =>
        page.Location is { } to && to.Contains('?') ? HttpUtility.ParseQueryString(to[to.IndexOf('?')..]) : [];

    public Task<JsonObject> RedeemAsync(string code, string? verifier = Verifier, string? redirect = null) => TokenAsync(
        ("grant_type", "authorization_code"), ("code", code), ("code_verifier", verifier), ("redirect_uri", redirect ?? address));

    public Task<JsonObject> RefreshAsync(string token, string? scope = null) => TokenAsync(("grant_type", "refresh_token"), ("refresh_token", token), ("scope", scope));

    public Task<JsonObject> TokenAsync(params (string Name, string? Value)[] fields) => PostAsync("/connect/token", fields);

    public async Task<JsonObject> PostAsync(string path, params (string Name, string? Value)[] fields)
    {
        using var answer = await http.PostAsync(path, new FormUrlEncodedContent(
            [.. fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!)), new("client_id", client), new("client_secret", secret)]));
        var text = await answer.Content.ReadAsStringAsync();
        return text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>Null: refused.</summary>
    public async Task<JsonObject?> UserInfoAsync(string token)
    {
        using var asking = new HttpRequestMessage(HttpMethod.Get, "/connect/userinfo") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var answer = await http.SendAsync(asking);
        return answer.StatusCode == HttpStatusCode.OK ? JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject() : null;
    }

    public async Task<JsonObject> GetAsync(string path) => JsonNode.Parse(await http.GetStringAsync(path))!.AsObject();

    public static JsonObject Read(JsonNode? token, int part = 1) => JsonNode.Parse(Base64UrlEncoder.Decode(((string)token!).Split('.')[part]))!.AsObject();
}

using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Tongban.Hall.Tests.Support;

/// <summary>A provider of OpenID Connect whose answers a test spoils, one thing at a time.</summary>
public sealed class FalseProvider : IAsyncDisposable
{
    public const string Client = "hall";

    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "k" };
    private readonly WebApplication app;

    private FalseProvider(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    /// <summary>What the browser carried there: the nonce goes into the next token.</summary>
    public string? Nonce { get; set; }

    /// <summary>Changes the claims of the token before it is signed.</summary>
    public Action<Dictionary<string, object>> Spoil { get; set; } = _ => { };

    /// <summary>Signs it with another's key, or not at all.</summary>
    public SecurityKey? OtherKey { get; set; }

    public bool Unsigned { get; set; }

    /// <summary>Of whom userinfo speaks.</summary>
    public string Subject { get; set; } = "s1";

    public static async Task<FalseProvider> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        var provider = new FalseProvider(builder.Build());
        provider.Map();
        await provider.app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private string Issuer => Address.ToString();

    private void Map()
    {
        app.UseRouting();
        app.MapGet("/.well-known/openid-configuration", () => Results.Text(new JsonObject
        {
            ["issuer"] = Issuer, ["authorization_endpoint"] = $"{Issuer}authorize", ["token_endpoint"] = $"{Issuer}token", ["userinfo_endpoint"] = $"{Issuer}userinfo", ["jwks_uri"] = $"{Issuer}keys",
            ["authorization_response_iss_parameter_supported"] = true,
        }.ToJsonString(), "application/json"));
        app.MapGet("/keys", () => Results.Text(Keys(), "application/json"));
        app.MapPost("/token", () => Results.Text(new JsonObject { ["access_token"] = "a", ["token_type"] = "Bearer", ["expires_in"] = 60, ["id_token"] = Token() }.ToJsonString(), "application/json"));
        app.MapGet("/userinfo", () => Results.Text(new JsonObject { ["sub"] = Subject, ["name"] = "林晓雯", ["citizen_number"] = ApiClient.Number("林晓雯") }.ToJsonString(), "application/json"));
    }

    private string Keys()
    {
        var open = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.Rsa.ExportParameters(false)) { KeyId = "k" });
        return new JsonObject { ["keys"] = new JsonArray(new JsonObject { ["kty"] = "RSA", ["kid"] = "k", ["use"] = "sig", ["n"] = open.N, ["e"] = open.E }) }.ToJsonString();
    }

    private string Token()
    {
        var now = TimeProvider.System.GetUtcNow();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Issuer, ["aud"] = Client, ["sub"] = "s1", ["nonce"] = Nonce ?? "", ["acr"] = "urn:tongban:level:2", ["auth_time"] = now.ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(), ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(),
        };
        Spoil(claims);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims, SigningCredentials = Unsigned ? null : OtherKey is SymmetricSecurityKey weak ? new(weak, SecurityAlgorithms.HmacSha256) : new(OtherKey ?? key, SecurityAlgorithms.RsaSha256),
        });
    }
}

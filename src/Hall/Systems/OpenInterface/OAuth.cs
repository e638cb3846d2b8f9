using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Systems.OpenInterface.Contract;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>OAuth 2 for programs: client credentials, by OpenIddict.</summary>
public static class OAuth
{
    public const string DemoClient = "demo", DemoSecret = "tongban-demo-secret-2026";

    /// <summary>Each with what it opens.</summary>
    public static readonly IReadOnlyDictionary<string, string> Scopes = new Dictionary<string, string>
    {
        ["items"] = "查事项 · Search services",
        ["cases"] = "替申请人办件 · File cases for applicants",
        ["licences"] = "查验证照 · Check licences",
        ["ledger"] = "核对公开账本 · Check the public ledger",
        ["lookups"] = "看查过申请人的哪些数据 · See what was looked up about an applicant",
    };

    public static void AddOAuth(this IServiceCollection services, bool demo)
    {
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<HallDb>())
            .AddServer(server =>
            {
                server.SetTokenEndpointUris("connect/token").AllowClientCredentialsFlow().RegisterScopes([.. Scopes.Keys]);
                server.SetAccessTokenLifetime(TimeSpan.FromMinutes(10)).DisableAccessTokenEncryption();
                // PostgreSQL keeps no NUL; wherever it stands in a request, it is no client's.
                server.AddEventHandler<OpenIddictServerEvents.ExtractTokenRequestContext>(handler => handler.SetOrder(int.MaxValue).UseInlineHandler(context =>
                {
                    if (context.Request?.GetParameters().Any(p => p.Value.ToString()?.Contains('\0') == true) == true) context.Reject(OpenIddictConstants.Errors.InvalidRequest);
                    return ValueTask.CompletedTask;
                }));
                var aspNet = server.UseAspNetCore().EnableTokenEndpointPassthrough();
                if (demo) aspNet.DisableTransportSecurityRequirement();
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.UseAspNetCore();
            });
        // Keys that lie with the others and one public name: all processes take each other's tokens, and a restart keeps them good.
        services.AddOptions<OpenIddict.Server.OpenIddictServerOptions>().Configure<HallKeys, IOptions<HallOptions>>((options, keys, hall) =>
        {
            if (hall.Value.PublicUrl is { Length: > 0 } address) options.Issuer = new Uri(address);
            options.SigningCredentials.Add(new SigningCredentials(Key(keys, "oauth-signing.pem"), SecurityAlgorithms.RsaSha256));
            var secret = Convert.FromHexString(keys.Text("oauth-encryption.key", () => RandomNumberGenerator.GetHexString(64)).Trim());
            options.EncryptionCredentials.Add(new EncryptingCredentials(new SymmetricSecurityKey(secret), SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
        });
    }

    public static void MapOAuth(this WebApplication app) => app.MapPost("/connect/token", (HttpContext http) =>
    {
        var asked = http.GetOpenIddictServerRequest()!;
        var identity = new ClaimsIdentity("oauth", OpenIddictConstants.Claims.Name, OpenIddictConstants.Claims.Role);
        identity.SetClaim(OpenIddictConstants.Claims.Subject, asked.ClientId).SetScopes(asked.GetScopes());
        return Results.SignIn(new ClaimsPrincipal(identity), properties: null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }).ExcludeFromDescription().DisableAntiforgery().RequireRateLimiting(RateLimits.Tokens).WithMetadata(new RequestSizeLimitAttribute(Routes.MostText));

    /// <summary>The demo's program, allowed to act for the demo's people.</summary>
    public static async Task SeedDemoClientAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        if (await clients.FindByClientIdAsync(DemoClient) is null)
            await clients.CreateAsync(Descriptor());
        var db = scope.ServiceProvider.GetRequiredService<HallDb>();
        var granted = await db.Set<ApiGrant>().Where(g => g.ClientId == DemoClient).Select(g => g.AccountId).ToListAsync();
        var missing = await db.Set<Account>().Where(a => a.IsDemo && !granted.Contains(a.Id)).Select(a => a.Id).ToListAsync();
        db.AddRange(missing.Select(id => new ApiGrant { ClientId = DemoClient, AccountId = id }));
        await db.SaveChangesAsync();
    }

    private static OpenIddictApplicationDescriptor Descriptor()
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = DemoClient, ClientSecret = DemoSecret, DisplayName = "Demo",
            Permissions = { OpenIddictConstants.Permissions.Endpoints.Token, OpenIddictConstants.Permissions.GrantTypes.ClientCredentials },
        };
        foreach (var scope in Scopes.Keys) descriptor.Permissions.Add(OpenIddictConstants.Permissions.Prefixes.Scope + scope);
        return descriptor;
    }

    private static RsaSecurityKey Key(HallKeys keys, string file)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(keys.Text(file, () =>
        {
            using var made = RSA.Create(2048);
            return made.ExportPkcs8PrivateKeyPem() + "\n";
        }));
        return new RsaSecurityKey(rsa);
    }
}

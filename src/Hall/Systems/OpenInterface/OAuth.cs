using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Services.Identity;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>OAuth 2 for programs: client credentials, by OpenIddict.</summary>
public static class OAuth
{
    public const string DemoClient = "demo", DemoSecret = "tongban-demo-secret-2026";

    public static readonly IReadOnlyList<string> Scopes = ["items", "cases", "licences", "ledger", "lookups"];

    public static void AddOAuth(this IServiceCollection services, bool demo)
    {
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<HallDb>())
            .AddServer(server =>
            {
                server.SetTokenEndpointUris("connect/token").AllowClientCredentialsFlow().RegisterScopes([.. Scopes]);
                server.SetAccessTokenLifetime(TimeSpan.FromMinutes(10)).DisableAccessTokenEncryption();
                var aspNet = server.UseAspNetCore().EnableTokenEndpointPassthrough();
                if (demo) aspNet.DisableTransportSecurityRequirement();
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.UseAspNetCore();
            });
        // The keys lie with the others, so that all processes share them and a restart keeps tokens good.
        services.AddOptions<OpenIddict.Server.OpenIddictServerOptions>().Configure<HallKeys>((options, keys) =>
        {
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
    }).ExcludeFromDescription().DisableAntiforgery();

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
        foreach (var scope in Scopes) descriptor.Permissions.Add(OpenIddictConstants.Permissions.Prefixes.Scope + scope);
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

using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using OpenIddict.Server;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Systems.OpenInterface.Clients;
using Tongban.Hall.Systems.OpenInterface.SignOn;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>OAuth 2 for programs and OpenID Connect for who signs in to them, by OpenIddict.</summary>
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
            .AddCore(core => core.ReplaceApplicationManager<OpenIddictEntityFrameworkCoreApplication, ClientManager>().UseEntityFrameworkCore().UseDbContext<HallDb>())
            .AddServer(server =>
            {
                server.SetTokenEndpointUris("connect/token").AllowClientCredentialsFlow().RegisterScopes([.. Scopes.Keys]);
                server.SetAccessTokenLifetime(TimeSpan.FromMinutes(10)).DisableAccessTokenEncryption();
                server.AddSignOn();
                // PostgreSQL keeps no NUL; wherever it stands in a request, it is no client's.
                server.AddEventHandler<OpenIddictServerEvents.ExtractTokenRequestContext>(handler => handler.SetOrder(int.MaxValue).UseInlineHandler(context =>
                {
                    if (context.Request?.GetParameters().Any(p => p.Value.ToString()?.Contains('\0') == true) == true) context.Reject(OpenIddictConstants.Errors.InvalidRequest);
                    return ValueTask.CompletedTask;
                }));
                var aspNet = server.UseAspNetCore().EnableTokenEndpointPassthrough().EnableAuthorizationEndpointPassthrough()
                    .EnableEndSessionEndpointPassthrough().EnableUserInfoEndpointPassthrough().EnableStatusCodePagesIntegration();
                if (demo) aspNet.DisableTransportSecurityRequirement();
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.UseAspNetCore();
            });
        services.Replace(ServiceDescriptor.Scoped<IOpenIddictEntityFrameworkCoreContext, OAuthContext>());
        services.AddOAuthKeys();
        services.AddScoped<ClientRegistry>().AddScoped<Authorizations>().AddScoped<SignOnClaims>().AddScoped<StaffClaims>().AddScoped<StaffSignOn>().AddScoped<FreshRequest>().AddScoped<OnceOnly>();
        services.AddJob<PruneTokens, PruneTokensHandler>();
    }

    public static void MapOAuth(this WebApplication app)
    {
        app.MapTokenEndpoint();
        app.MapUserInfo();
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Systems.OpenInterface.Clients;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Systems.OpenInterface.Contract;
using Tongban.Hall.Systems.OpenInterface.SignOn;
using Tongban.Hall.Systems.OpenInterface.V1;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>The programs' door: /api/v1 with OAuth, its description, its reference page.</summary>
public static class OpenInterfaceRoom
{
    public static IServiceCollection AddOpenInterface(this IServiceCollection services, bool demo)
    {
        services.AddOAuth(demo);
        services.AddOpenInterfaceNeeds();
        services.AddApiDescription();
        services.ConfigureHttpJsonOptions(json => ApiJson.Strict(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddScoped<IdempotencyFilter>();
        services.AddScoped<Applicants>();
        services.AddScoped<CaseReading>();
        services.AddHostedService<KeyPruning>();
        services.AddNobodysRows<IdempotencyKey>("Answers to programs, found by hashes only; gone after seven days.");
        services.AddPersonalRows(new PersonalRows<ApiGrant>
        {
            Group = DataGroup.Account, What = new("能代您办事的程序", "programs that may act for you"),
            Of = (db, person) => db.Set<ApiGrant>().Where(g => g.AccountId == person),
        });
        var authorization = services.AddAuthorizationBuilder();
        foreach (var scope in OAuth.Scopes.Keys)
            authorization.AddPolicy(scope, policy => policy
                .AddAuthenticationSchemes(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme)
                .RequireAuthenticatedUser().RequireAssertion(context => OpensAsync(context, scope)));
        return services;
    }

    // A token that speaks of a person opens no door of the programs', and one of a suspended program none at all.
    private static async Task<bool> OpensAsync(AuthorizationHandlerContext context, string scope) =>
        context.User.HasScope(scope) && context.User.GetClaim(OpenIddictConstants.Claims.ClientId) is { } client && context.User.GetClaim(OpenIddictConstants.Claims.Subject) == client
        && await ((HttpContext)context.Resource!).RequestServices.GetRequiredService<ClientRegistry>().IsActiveAsync(client);

    /// <summary>In the demo: a program that may act for the demo's people.</summary>
    public static async Task PrepareOpenInterfaceAsync(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<HallOptions>>().Value.Demo) return;
        await DemoClients.SeedAsync(app.Services);
        app.Lifetime.ApplicationStarted.Register(() =>
            Console.WriteLine($"  接口 API         client_id={OAuth.DemoClient} client_secret={OAuth.DemoSecret}\n"));
    }

    public static void MapOpenInterface(this WebApplication app)
    {
        app.MapOAuth();
        app.MapOpenApi("/openapi/v1.json");
        var api = app.MapGroup("/api/v1").DisableAntiforgery()
            .Refuses(Refusals.TokenInvalid, Refusals.ScopeMissing, Refusals.Broken, Refusals.Busy);
        api.MapItems();
        api.MapCases();
        api.MapProgress();
        api.MapLookups();
        api.MapLicences();
        api.MapLedger();
    }
}

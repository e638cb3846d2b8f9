using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Systems.OpenInterface.V1;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>The programs' door: /api/v1 with OAuth, its description, its reference page.</summary>
public static class OpenInterfaceRoom
{
    public static IServiceCollection AddOpenInterface(this IServiceCollection services, bool demo)
    {
        services.AddOAuth(demo);
        services.AddOpenInterfaceNeeds();
        services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Tongban 通办";
            document.Info.Version = "1";
            document.Servers?.Clear();
            return Task.CompletedTask;
        }));
        services.AddScoped<IdempotencyFilter>();
        services.AddScoped<Applicants>();
        var authorization = services.AddAuthorizationBuilder();
        foreach (var scope in OAuth.Scopes)
            authorization.AddPolicy(scope, policy => policy
                .AddAuthenticationSchemes(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme)
                .RequireAuthenticatedUser().RequireAssertion(context => context.User.HasScope(scope)));
        return services;
    }

    /// <summary>In the demo: a program that may act for the demo's people.</summary>
    public static async Task PrepareOpenInterfaceAsync(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<HallOptions>>().Value.Demo) return;
        await OAuth.SeedDemoClientAsync(app.Services);
        app.Lifetime.ApplicationStarted.Register(() =>
            Console.WriteLine($"  接口 API         client_id={OAuth.DemoClient} client_secret={OAuth.DemoSecret}\n"));
    }

    /// <summary>The body of an API request is read twice: once for its hash, once for its sense.</summary>
    public static void UseRereadableBodies(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/api/v1")) context.Request.EnableBuffering(1 << 20, 16 << 20);
        return next();
    });

    public static void MapOpenInterface(this WebApplication app)
    {
        app.MapOAuth();
        app.MapOpenApi("/openapi/{documentName}.json");
        var api = app.MapGroup("/api/v1").DisableAntiforgery();
        api.MapItems();
        api.MapCases();
        api.MapLicences();
        api.MapLedger();
    }

    /// <summary>A changing route: the body can be read twice, and an Idempotency-Key is asked for.</summary>
    internal static RouteHandlerBuilder Once(this RouteHandlerBuilder route) => route.AddEndpointFilter(async (context, next) =>
        await context.HttpContext.RequestServices.GetRequiredService<IdempotencyFilter>().InvokeAsync(context, next));
}

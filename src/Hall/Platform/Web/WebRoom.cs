using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Platform.Web;

public static class WebRoom
{
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddRazorPages(pages => pages.RootDirectory = "/")
            .AddMvcOptions(mvc =>
            {
                mvc.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
                mvc.Filters.Add(new NoNul());
            });
        // Chinese as itself, not as entities: pages stay small and readable.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = "tongban-form";
            forgery.Cookie.SameSite = SameSiteMode.Lax;
        });
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, PartyOfForm>();
        services.AddSingleton<Markup>();
        services.AddProxies();
        services.AddRateLimits();
        services.AddResponseCompression(compression => compression.MimeTypes = ["text/css", "text/javascript", "image/svg+xml"]);
        return services;
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseLanguagePrefix();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/problem",
            // An expected "no" is not a fault.
            SuppressDiagnosticsCallback = context => context.Exception is RefusedException,
            StatusCodeSelector = error => error switch
            {
                // The queue of writes stayed full: that passes.
                RefusedException refused => refused.Refusal.Status,
                TimeoutException => StatusCodes.Status503ServiceUnavailable,
                BadHttpRequestException bad => bad.StatusCode,
                // A form that cannot be read: cut off, too many parts, or with characters that no form may have.
                InvalidDataException => StatusCodes.Status400BadRequest,
                _ => StatusCodes.Status500InternalServerError,
            },
        });
        app.UseStatusCodePagesWithReExecute("/problem/{0}");
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Query.ContainsKey("v") ? "public,max-age=31536000,immutable" : "public,max-age=3600",
        });
        app.UseRouting();
    }
}

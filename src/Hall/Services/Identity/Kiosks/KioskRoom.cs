using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Kiosks;

internal static class KioskRoom
{
    /// <summary>The cookie by which a kiosk is known after it has proved itself: for a day, and only while it is registered.</summary>
    private const string Scheme = "kiosk";

    public static void AddKiosks(this IServiceCollection services)
    {
        services.AddScoped<Kiosks>();
        services.AddNobodysRows<ShownAssertion>("Hashes that kiosks' proofs leave for minutes; no person stands in them.");
        services.AddAuthentication().AddCookie(Scheme, cookie =>
        {
            cookie.Cookie.Name = "tongban-kiosk";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (TimeSpan.FromDays(1), false);
            cookie.Events.OnValidatePrincipal = async context =>
            {
                if (!Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
                    || !await context.HttpContext.RequestServices.GetRequiredService<Kiosks>().RunsAsync(id)) context.RejectPrincipal();
            };
        });
    }

    /// <summary>Whether a registered kiosk asks; from here on the request names it.</summary>
    public static async Task RecogniseKioskAsync(this HttpContext http)
    {
        if (http.Request.Cookies.ContainsKey("tongban-kiosk") && (await http.AuthenticateAsync(Scheme)).Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id)
            http.Features.Set(new AtKiosk(id));
    }

    public static Task RememberKioskAsync(this HttpContext http, Kiosk kiosk) => http.SignInAsync(Scheme,
        new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, kiosk.Id.ToString())], Scheme)), new AuthenticationProperties { IsPersistent = true });
}

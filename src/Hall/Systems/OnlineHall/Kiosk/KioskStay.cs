using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Kiosks;

namespace Tongban.Hall.Systems.OnlineHall.Kiosk;

/// <summary>A kiosk forgets: whoever was there before leaves nothing on the screen, in the session or in the browser's memory.</summary>
public static class KioskStay
{
    public const string Seen = "zw-seen";
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(90);

    /// <summary>The server keeps the time as well: a script that was stopped or a sleeping device changes nothing.</summary>
    public static void UseKiosk(this WebApplication app) => app.Use(async (http, next) =>
    {
        await http.RecogniseKioskAsync();
        if (!Preferences.Kiosk(http.Request))
        {
            await next(http);
            return;
        }
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        if (http.User.Identity?.IsAuthenticated == true && !IsFresh(http)) await WipeAsync(http);
        else
        {
            // The page that asks comes by itself: it is no sign of life.
            if (http.Request.Path != "/kiosk/ask") Stamp(http);
            await next(http);
        }
    });

    /// <summary>Touched by the script while somebody types, and the end of a person's stay.</summary>
    public static void MapKiosk(this WebApplication app)
    {
        app.MapGet("/kiosk/alive", () => Results.NoContent()).ExcludeFromDescription();
        app.MapGet("/kiosk/end", (HttpContext http) =>
        {
            if (Preferences.Kiosk(http.Request)) return WipeAsync(http);
            http.Response.Redirect("/");
            return Task.CompletedTask;
        }).ExcludeFromDescription();
    }

    public static string Protect(IDataProtectionProvider keys, DateTimeOffset at) =>
        Protector(keys).Protect(at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    private static async Task WipeAsync(HttpContext http)
    {
        await http.RequestServices.GetRequiredService<Sessions>().EndAsync(http);
        foreach (var name in http.Request.Cookies.Keys.Where(k => k is Seen or "zw-scale" or "zw-theme" or "zw-lang" or "tongban-form" or "tongban-code" or "tongban-passkey"))
            http.Response.Cookies.Delete(name);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        http.Response.Redirect("/");
    }

    private static bool IsFresh(HttpContext http)
    {
        if (!http.Request.Cookies.TryGetValue(Seen, out var cookie)) return false;
        try
        {
            var at = long.Parse(Protector(Keys(http)).Unprotect(cookie), CultureInfo.InvariantCulture);
            return Now(http) - DateTimeOffset.FromUnixTimeMilliseconds(at) <= Quiet;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }

    private static void Stamp(HttpContext http) => http.Response.Cookies.Append(Seen, Protect(Keys(http), Now(http)),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });

    private static DateTimeOffset Now(HttpContext http) => http.RequestServices.GetRequiredService<CityTime>().Now;

    private static IDataProtectionProvider Keys(HttpContext http) => http.RequestServices.GetRequiredService<IDataProtectionProvider>();

    private static IDataProtector Protector(IDataProtectionProvider keys) => keys.CreateProtector("kiosk");
}

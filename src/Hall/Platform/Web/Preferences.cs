using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Platform.Web;

/// <summary>Keeps what a signed-in person chose, beyond this browser.</summary>
public delegate Task KeepPreference(HttpContext http, string name, string value);

/// <summary>How a person wants to see the pages: cookies, rendered by the server.</summary>
public static class Preferences
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["scale"] = ["large", "elder"],
        ["theme"] = ["dark", "contrast"],
        ["surface"] = ["kiosk"],
        ["lang"] = ["en"],
    };

    public static string? Of(HttpRequest request, string name) =>
        request.Cookies[$"zw-{name}"] is { } value && Allowed[name].Contains(value) ? value : null;

    /// <summary>A device in a hall, used by one person after another; or one that only shows pages as it would. A registered one cannot leave the surface.</summary>
    public static bool Kiosk(HttpRequest request) => Of(request, "surface") == "kiosk" || AtKiosk.Of(request.HttpContext) is not null;

    /// <summary>GET /prefs?scale=elder&amp;return=/: a plain link sets the cookie and leads back. An unknown value clears it.</summary>
    public static void MapPreferences(this WebApplication app) => app.MapGet("/prefs", async (HttpContext http, IEnumerable<KeepPreference> keepers) =>
    {
        foreach (var name in Allowed.Keys)
        {
            if (!http.Request.Query.TryGetValue(name, out var asked)) continue;
            var value = Set(http, name, asked.ToString());
            // A kiosk's surface is the device's, not its user's.
            if (name != "surface") foreach (var keep in keepers) await keep(http, name, value);
        }
        return Results.LocalRedirect(LocalPath(http.Request.Query["return"]) ?? "/");
    }).ExcludeFromDescription();

    /// <summary>Sets the cookie; an unknown value clears it. What holds now; empty: as it comes.</summary>
    public static string Set(HttpContext http, string name, string value)
    {
        if (!Allowed.TryGetValue(name, out var values) || !values.Contains(value))
        {
            http.Response.Cookies.Delete($"zw-{name}");
            return "";
        }
        http.Response.Cookies.Append($"zw-{name}", value, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true,
        });
        return value;
    }

    /// <summary>A path on this site, or null: an address elsewhere is never followed.</summary>
    public static string? LocalPath(string? path) =>
        path is { Length: > 0 } && path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal)
            && !path.StartsWith("/\\", StringComparison.Ordinal) && !path.Any(char.IsControl) ? Ascii(path) : null;

    // A header takes no Chinese: what stands in the address as itself is written as the browser would.
    private static string Ascii(string path) =>
        string.Concat(path.EnumerateRunes().Select(r => r.IsAscii ? r.ToString() : Uri.EscapeDataString(r.ToString())));
}

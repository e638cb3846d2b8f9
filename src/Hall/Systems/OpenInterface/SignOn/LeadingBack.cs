using System.Text.Encodings.Web;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.OpenInterface.SignOn;

/// <summary>Our pages let forms lead nowhere but here (form-action), and a browser counts the redirects after a form to it.
/// So where the way began with one of our own forms, the last step to the program is a page that goes on by itself.</summary>
internal static class LeadingBack
{
    public static void UseLeadingBack(this WebApplication app) => app.Use(async (http, next) =>
    {
        await next(http);
        if (http.Response is { HasStarted: false, StatusCode: 302 } && http.Request.Headers["Sec-Fetch-Site"] == "same-origin"
            && http.Request.Path.StartsWithSegments("/connect") && IsElsewhere(http, http.Response.Headers.Location))
            await LeadAsync(http.Response, http.Response.Headers.Location!);
    });

    private static bool IsElsewhere(HttpContext http, string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Authority != http.Request.Host.Value;

    /// <summary>A page that goes on to an address by itself.</summary>
    public static Task LeadAsync(HttpResponse response, string address)
    {
        response.StatusCode = 200;
        response.Headers.Remove("Location");
        response.Headers.CacheControl = "no-store";
        response.ContentType = "text/html; charset=utf-8";
        var (to, title) = (HtmlEncoder.Default.Encode(address), L("正在返回", "Leading you back"));
        return response.WriteAsync(
            $"""<!doctype html><html lang="{L("zh-Hans", "en")}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url={to}"><title>{title}</title><link rel="stylesheet" href="/css/zw.css"><main class="w narrow"><h1>{title}</h1><p><a class="btn" href="{to}">{L("继续", "Continue")}</a></p></main></html>""");
    }
}

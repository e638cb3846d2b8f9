using System.Globalization;

namespace Tongban.Hall.Platform.Web;

/// <summary>English lives under /en: the prefix moves into the path base, so that every link made with ~/ keeps the language.</summary>
public static class LanguagePrefix
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static void UseLanguagePrefix(this WebApplication app) => app.Use((context, next) =>
    {
        var english = context.Request.Path.StartsWithSegments("/en", out var rest);
        if (english)
        {
            context.Request.PathBase = context.Request.PathBase.Add("/en");
            context.Request.Path = rest.HasValue ? rest : "/";
        }
        Speak(context, english);
        return next();
    });

    /// <summary>From here on this request is answered in English, or in Chinese.</summary>
    public static void Speak(HttpContext context, bool english)
    {
        CultureInfo.CurrentUICulture = english ? English : Chinese;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        context.Response.Headers.ContentLanguage = english ? "en" : "zh-Hans";
    }
}

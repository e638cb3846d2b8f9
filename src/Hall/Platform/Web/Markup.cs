using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Tongban.Hall.Platform.Web;

/// <summary>The small pieces of HTML that components are made of, encoded.</summary>
public sealed partial class Markup(HtmlEncoder html, IFileVersionProvider versions, IHttpContextAccessor http)
{
    private const string Sprite = "/img/sprite.svg";

    public string E(string? text) => html.Encode(text ?? "");

    /// <summary> name="value", or nothing where there is no value.</summary>
    public string Attribute(string name, string? value) => string.IsNullOrEmpty(value) ? "" : $" {name}=\"{E(value)}\"";

    /// <summary>A drawing from the sprite, silent for screen readers; nothing without a name.</summary>
    public string Icon(string? name, string? css = null) => string.IsNullOrEmpty(name) ? ""
        : $"<svg class=\"{E($"i {css}".TrimEnd())}\" aria-hidden=\"true\" focusable=\"false\"><use href=\"{versions.AddFileVersionToPath("", Sprite)}#{E(name)}\"></use></svg>";

    /// <summary>An address; "~/" keeps the language of the page.</summary>
    public string Href(string path) => path.StartsWith("~/", StringComparison.Ordinal) ? $"{Request.PathBase}{path[1..]}" : path;

    public string Link(string path, string inner, string attributes = "") => $"<a href=\"{E(Href(path))}\"{attributes}>{inner}</a>";

    /// <summary>Words for screen readers only.</summary>
    public string Unseen(string? text) => string.IsNullOrEmpty(text) ? "" : $"<span class=\"vh\"> {Data(text)}</span>";

    /// <summary>What a register or a person wrote. On an English page the Chinese in it is marked, so that it is read out as Chinese.</summary>
    public string Data(string? text) => Say.English ? Chinese().Replace(E(text), "<span lang=\"zh-Hans\">$0</span>") : E(text);

    public HttpRequest Request => http.HttpContext!.Request;

    [GeneratedRegex("[\u3000-\u303F\u3400-\u9FFF\uFF00-\uFFEF]+")]
    private static partial Regex Chinese();
}

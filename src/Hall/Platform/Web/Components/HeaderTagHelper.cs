using Microsoft.AspNetCore.Razor.TagHelpers;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-header&gt;: mark, name and the six ways in; the account stands inside. Where the menu has no room, a link leads to the footer.</summary>
[HtmlTargetElement("zw-header")]
public sealed class HeaderTagHelper(Markup markup) : TagHelper
{
    // The mark is drawn inline: the first thing seen must not wait for a second file.
    private const string Mark = "<svg viewBox=\"0 0 40 40\" aria-hidden=\"true\" focusable=\"false\"><rect width=\"40\" height=\"40\" rx=\"7\" fill=\"#B5301C\"/><g fill=\"none\" stroke=\"#fff\" stroke-width=\"2.75\" stroke-linecap=\"round\"><path d=\"M10 12.5h20M8.5 20h23\"/><path d=\"M15.5 12.5V20c0 5-1.8 8-5.2 10.5M24.5 12.5V31\"/></g></svg>";

    /// <summary>The way in that this page belongs to.</summary>
    public string? Section { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "header";
        output.Attributes.SetAttribute("class", "hd");
        var brand = markup.Link("~/", $"{Mark}<span><b>{L("深圳通办", "Tongban")}</b><small>{L("一网通办 不用见面", "Shenzhen, zero-visit services")}</small></span>", " class=\"brand\"");
        var items = string.Concat(Ways().Select(way => $"<li>{markup.Link(way.Path, way.Text, way.Here ? " aria-current=\"page\"" : "")}</li>"));
        output.PreContent.SetHtmlContent($"<div class=\"w\">{brand}<nav class=\"hd-nav\" aria-label=\"{L("主导航", "Main")}\"><ul class=\"nav\">{items}</ul></nav>");
        output.PostContent.SetHtmlContent("</div>");
    }

    private Link[] Ways() =>
    [
        Way("home", "~/", L("首页", "Home")), Way("person", "~/browse?who=person", L("个人办事", "For people")),
        Way("organisation", "~/browse?who=organisation", L("企业办事", "For firms")), Way("my", "~/my", L("我的办件", "My cases")),
        Way("licences", "~/my/licences", L("我的证照", "My licences")), Way("verify", "~/verify", L("证照查验", "Check a licence")),
    ];

    private Link Way(string name, string path, string text) => new(path, text, name == Section);
}

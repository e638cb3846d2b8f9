using Microsoft.AspNetCore.Razor.TagHelpers;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-crumbs&gt;: where this page stands. The last step is the page itself and no link.</summary>
[HtmlTargetElement("zw-crumbs", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CrumbsTagHelper(Markup markup) : TagHelper
{
    public IReadOnlyList<Link> Trail { get; set; } = [];
    public required string Here { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "w");
        output.Content.AppendHtml($"<nav class=\"crumb\" aria-label=\"{L("当前位置", "You are here")}\"><ol>");
        foreach (var link in Trail.Prepend(new Link("~/", L("首页", "Home"))))
            output.Content.AppendHtml($"<li>{markup.Link(link.Path, markup.E(link.Text))}</li>");
        output.Content.AppendHtml($"<li aria-current=\"page\">{markup.E(Here)}</li></ol></nav>");
    }
}

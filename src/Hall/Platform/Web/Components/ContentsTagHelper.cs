using Microsoft.AspNetCore.Razor.TagHelpers;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-contents&gt;: 本页内容, with the very words of the headings.</summary>
[HtmlTargetElement("zw-contents", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ContentsTagHelper(Markup markup) : TagHelper
{
    public required IReadOnlyList<(string Id, string Title)> Parts { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "toc");
        output.Attributes.SetAttribute("aria-labelledby", "toc-h");
        var items = string.Concat(Parts.Select(p => $"<li>{markup.Link($"#{p.Id}", markup.E(p.Title))}</li>"));
        output.Content.SetHtmlContent($"<h2 id=\"toc-h\">{L("本页内容", "On this page")}</h2><ol>{items}</ol>");
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

public enum Look
{
    /// <summary>Two or three views of one thing, joined.</summary>
    Segments,

    /// <summary>Pages of one folder.</summary>
    Tabs,

    /// <summary>Ways to order what is shown.</summary>
    Row,
}

/// <summary>&lt;zw-links&gt;: segmented links, tabs or a row of ways. Always links, so that each view has its address.</summary>
[HtmlTargetElement("zw-links", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LinksTagHelper(Markup markup) : TagHelper
{
    public required string Label { get; set; }
    public required IReadOnlyList<Link> Links { get; set; }
    public Look Look { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Look switch { Look.Segments => "seg", Look.Tabs => "tabs", _ => "by" });
        output.Attributes.SetAttribute("aria-label", Label);
        var current = Look == Look.Tabs ? " aria-current=\"page\"" : " aria-current=\"true\"";
        foreach (var link in Links)
            output.Content.AppendHtml(markup.Link(link.Path, markup.Icon(link.Icon) + markup.E(link.Text), link.Here ? current : ""));
    }
}

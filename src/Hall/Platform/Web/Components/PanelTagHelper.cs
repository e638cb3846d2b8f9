using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-panel&gt;: one of several things of a kind, framed. Never a single one, never nested.</summary>
[HtmlTargetElement("zw-panel")]
public sealed class PanelTagHelper(Markup markup) : TagHelper
{
    public required string Id { get; set; }
    public required string Title { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "section";
        output.Attributes.SetAttribute("class", "panel");
        output.Attributes.SetAttribute("aria-labelledby", $"{Id}-h");
        output.PreContent.SetHtmlContent($"<h2 id=\"{markup.E(Id)}-h\">{markup.E(Title)}</h2>");
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-empty&gt;: why there is nothing here, and one next step.</summary>
[HtmlTargetElement("zw-empty")]
public sealed class EmptyTagHelper(Markup markup) : TagHelper
{
    public required string Href { get; set; }
    public required string Next { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "empty");
        output.PreContent.SetHtmlContent("<p>");
        output.PostContent.SetHtmlContent($"</p>{markup.Link(Href, markup.E(Next), " class=\"btn btn-2\"")}");
    }
}

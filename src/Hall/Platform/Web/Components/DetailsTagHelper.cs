using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-details&gt;: what few people need, closed at first. Prints open.</summary>
[HtmlTargetElement("zw-details")]
public sealed class DetailsTagHelper(Markup markup) : TagHelper
{
    public required string Title { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "details";
        output.PreContent.SetHtmlContent($"<summary>{markup.E(Title)}</summary><div>");
        output.PostContent.SetHtmlContent("</div>");
    }
}

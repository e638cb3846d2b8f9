using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-refusal&gt;: what was not done and what to do now, before the heading; read out at once.</summary>
[HtmlTargetElement("zw-refusal")]
public sealed class RefusalTagHelper(Markup markup) : TagHelper
{
    public required string Title { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "err-sum");
        output.Attributes.SetAttribute("role", "alert");
        output.PreContent.SetHtmlContent($"<h2>{markup.E(Title)}</h2><p>");
        output.PostContent.SetHtmlContent("</p>");
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-back&gt;: one step back, before the heading; says where to.</summary>
[HtmlTargetElement("zw-back")]
public sealed class BackTagHelper(Markup markup) : TagHelper
{
    public required string Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "a";
        output.Attributes.SetAttribute("class", "back");
        output.Attributes.SetAttribute("href", markup.Href(Href));
        output.PreContent.SetHtmlContent(markup.Icon("chevron-right"));
    }
}

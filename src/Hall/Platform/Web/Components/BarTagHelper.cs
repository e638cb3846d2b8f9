using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-bar&gt;: on a phone, the page's main action always in reach; elsewhere the page shows it itself.</summary>
[HtmlTargetElement("zw-bar")]
public sealed class BarTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "bar-apply");
    }
}

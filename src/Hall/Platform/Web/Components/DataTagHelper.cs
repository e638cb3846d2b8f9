using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-data&gt;: what a register or a person wrote, and nobody translated: a name, an address, an answer.</summary>
[HtmlTargetElement("zw-data", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DataTagHelper(Markup markup) : TagHelper
{
    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(markup.Data(Text));
    }
}

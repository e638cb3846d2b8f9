using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-icon name="check"/&gt;: a drawing from the sprite, silent for screen readers.</summary>
[HtmlTargetElement("zw-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper(Markup markup) : TagHelper
{
    public required string Name { get; set; }
    public string? Class { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(markup.Icon(Name, Class));
    }
}

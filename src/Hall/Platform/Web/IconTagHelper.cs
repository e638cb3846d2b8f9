using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web;

/// <summary>&lt;zw-icon name="check"/&gt;: a drawing from the sprite, silent for screen readers.</summary>
[HtmlTargetElement("zw-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper(IFileVersionProvider versions) : TagHelper
{
    private const string Sprite = "/img/sprite.svg";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"i {output.Attributes["class"]?.Value}".TrimEnd());
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        var sprite = versions.AddFileVersionToPath("", Sprite);
        output.Content.SetHtmlContent($"<use href=\"{sprite}#{Name}\"></use>");
    }
}

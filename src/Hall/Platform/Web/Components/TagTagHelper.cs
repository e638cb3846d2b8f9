using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-tag&gt;: a state in one or two words. Never a link, never colour alone.</summary>
[HtmlTargetElement("zw-tag")]
public sealed class TagTagHelper(Markup markup) : TagHelper
{
    public Tone Tone { get; set; }
    public string? Icon { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", Tone.Css("tag"));
        output.PreContent.SetHtmlContent(markup.Icon(Icon ?? (Tone == Tone.Auto ? "zap" : null)));
    }
}

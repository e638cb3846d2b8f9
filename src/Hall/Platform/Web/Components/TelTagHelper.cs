using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-tel&gt;: a telephone number; at a kiosk, which cannot call, plain text.</summary>
[HtmlTargetElement("zw-tel", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TelTagHelper(Markup markup) : TagHelper
{
    public required string Number { get; set; }
    public string? Text { get; set; }
    public string? Icon { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Preferences.Kiosk(markup.Request) ? "span" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (output.TagName == "a") output.Attributes.SetAttribute("href", $"tel:{Number}");
        output.Attributes.SetAttribute("class", string.IsNullOrEmpty(Icon) ? "num" : "num call");
        output.Content.SetHtmlContent(markup.Icon(Icon) + markup.E(Text ?? Number));
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-reasons&gt;: why, one reason a line; each a &lt;zw-reason&gt;.</summary>
[HtmlTargetElement("zw-reasons")]
public sealed class ReasonsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.Attributes.SetAttribute("class", "reasons");
    }
}

/// <summary>&lt;zw-reason&gt;: holds (Ok), does not (Bad), or was not settled (Warn).</summary>
[HtmlTargetElement("zw-reason", ParentTag = "zw-reasons")]
public sealed class ReasonTagHelper(Markup markup) : TagHelper
{
    public required Tone Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        output.Attributes.SetAttribute("class", Tone.Css("").Trim());
        output.PreContent.SetHtmlContent(markup.Icon(Tone switch { Tone.Ok => "circle-check", Tone.Bad => "circle-x", _ => "circle-alert" }) + "<div>");
        output.PostContent.SetHtmlContent("</div>");
    }
}

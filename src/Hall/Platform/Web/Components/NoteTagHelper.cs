using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-note&gt;: one thing to know now, in one paragraph.</summary>
[HtmlTargetElement("zw-note")]
public sealed class NoteTagHelper : TagHelper
{
    public Tone Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", Tone.Css("note"));
        output.PreContent.SetHtmlContent("<p>");
        output.PostContent.SetHtmlContent("</p>");
    }
}

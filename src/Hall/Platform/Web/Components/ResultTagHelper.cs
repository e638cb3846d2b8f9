using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-result&gt;: how it came out, first thing on the page: what was decided, then what follows from it.</summary>
[HtmlTargetElement("zw-result")]
public sealed class ResultTagHelper : TagHelper
{
    /// <summary>Ok, Bad, or Info: not decided yet.</summary>
    public Tone Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "section";
        output.Attributes.SetAttribute("class", Tone switch { Tone.Ok => "result ok", Tone.Bad => "result bad", _ => "result wait" });
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-dl&gt;: a summary list of &lt;zw-row&gt;s: what it is called, what it is, and where it may be changed.</summary>
[HtmlTargetElement("zw-dl")]
public sealed class DlTagHelper : TagHelper
{
    /// <summary>Rows carry links to change them.</summary>
    public bool Answers { get; set; }

    public override void Init(TagHelperContext context) => context.Items[typeof(DlTagHelper)] = Answers;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", Answers ? "answers" : "dl");
    }
}

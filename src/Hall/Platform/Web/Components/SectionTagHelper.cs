using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-section&gt;: a part of a page under its own heading, which names it for screen readers.</summary>
[HtmlTargetElement("zw-section")]
public sealed class SectionTagHelper(Markup markup) : TagHelper
{
    /// <summary>Address within the page (#id).</summary>
    public required string Id { get; set; }
    public required string Title { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "section";
        output.Attributes.SetAttribute("class", "sec");
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("aria-labelledby", $"{Id}-h");
        output.PreContent.SetHtmlContent($"<h2 id=\"{markup.E(Id)}-h\">{markup.E(Title)}</h2>");
    }
}

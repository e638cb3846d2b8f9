using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-facts&gt;: two to five figures that decide, side by side; each a &lt;zw-fact&gt;.</summary>
[HtmlTargetElement("zw-facts")]
[RestrictChildren("zw-fact")]
public sealed class FactsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "strip num");
    }
}

/// <summary>&lt;zw-fact&gt;: a label, the figure, and at most one line beneath.</summary>
[HtmlTargetElement("zw-fact", ParentTag = "zw-facts")]
public sealed class FactTagHelper(Markup markup) : TagHelper
{
    public required string Label { get; set; }
    public string? Note { get; set; }

    /// <summary>A long name and no figure.</summary>
    public bool Words { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.PreContent.SetHtmlContent($"<dt>{markup.E(Label)}</dt><dd{(Words ? " class=\"plain\"" : "")}>");
        output.PostContent.SetHtmlContent((string.IsNullOrEmpty(Note) ? "" : $"<small>{markup.E(Note)}</small>") + "</dd>");
    }
}

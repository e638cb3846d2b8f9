using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-button&gt;: a verb. One filled per group, the others second; never disabled. With an address it is a link.</summary>
[HtmlTargetElement("zw-button")]
public sealed class ButtonTagHelper(Markup markup) : TagHelper
{
    public string? Href { get; set; }
    public string? Icon { get; set; }
    public bool Second { get; set; }
    public bool Block { get; set; }

    /// <summary>What it says while the server works.</summary>
    public string? Busy { get; set; }

    /// <summary>What it is about, for those who hear it out of its row.</summary>
    public string? About { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = string.IsNullOrEmpty(Href) ? "button" : "a";
        output.Attributes.Insert(0, new TagHelperAttribute("class", $"btn{(Second ? " btn-2" : "")}{(Block ? " btn-block" : "")}"));
        if (!string.IsNullOrEmpty(Href)) output.Attributes.SetAttribute("href", markup.Href(Href));
        if (!string.IsNullOrEmpty(Busy)) output.Attributes.SetAttribute("data-busy", Busy);
        output.PreContent.SetHtmlContent(markup.Icon(Icon));
        output.PostContent.SetHtmlContent(markup.Unseen(About));
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-steps&gt;: what happens, in order; each a &lt;zw-step&gt;. Explains, does not navigate.</summary>
[HtmlTargetElement("zw-steps")]
public sealed class StepsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.Attributes.SetAttribute("class", "steps");
    }
}

/// <summary>&lt;zw-step&gt;: its name, who does it and how long it takes.</summary>
[HtmlTargetElement("zw-step", ParentTag = "zw-steps")]
public sealed class StepTagHelper(Markup markup) : TagHelper
{
    public required string Name { get; set; }
    public string? Who { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        var who = string.IsNullOrEmpty(Who) ? "" : $"<span>{markup.E(Who)}</span>";
        output.PreContent.SetHtmlContent($"<h3>{markup.E(Name)}{who}</h3><p>");
        output.PostContent.SetHtmlContent("</p>");
    }
}

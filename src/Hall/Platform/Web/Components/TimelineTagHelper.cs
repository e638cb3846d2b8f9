using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <param name="Coming">Has not happened yet.</param>
public sealed record TimelineEntry(string When, string What, string Who, bool Coming = false);

/// <summary>&lt;zw-timeline&gt;: what happened, in order.</summary>
[HtmlTargetElement("zw-timeline", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimelineTagHelper(Markup markup) : TagHelper
{
    public required IReadOnlyList<TimelineEntry> Entries { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hist");
        foreach (var entry in Entries)
            output.Content.AppendHtml($"<li{(entry.Coming ? " class=\"coming\"" : "")}><span class=\"num when\">{markup.E(entry.When)}</span><b>{markup.E(entry.What)}</b> <span class=\"muted\">{markup.E(entry.Who)}</span></li>");
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <param name="Examples">What lies under it; left out where there is little room.</param>
public sealed record Topic(string Path, string Name, string Icon, string? Examples = null);

/// <summary>&lt;zw-topics&gt;: a grid of topics, each with a drawing and what lies under it.</summary>
[HtmlTargetElement("zw-topics", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TopicsTagHelper(Markup markup) : TagHelper
{
    public required IEnumerable<Topic> Topics { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "topics");
        foreach (var topic in Topics)
        {
            var examples = topic.Examples is null ? "" : $"<small>{markup.E(topic.Examples)}</small>";
            output.Content.AppendHtml($"<li>{markup.Link(topic.Path, $"{markup.Icon(topic.Icon)}<span><b>{markup.E(topic.Name)}</b>{examples}</span>")}</li>");
        }
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-errors&gt;: what has to be changed, before the heading, each line a link to its field. Nothing when all is well.</summary>
[HtmlTargetElement("zw-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorsTagHelper(Markup markup) : TagHelper
{
    public required IReadOnlyDictionary<string, string> Errors { get; set; }

    /// <summary>Where a field stands, when it is on another page.</summary>
    public Func<string, string>? Address { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "err-sum");
        output.Attributes.SetAttribute("role", "alert");
        var count = Errors.Count.ToString(CultureInfo.InvariantCulture);
        output.Content.AppendHtml($"<h2>{L($"有 {count} 处要改", Errors.Count == 1 ? "One thing to change" : $"{count} things to change")}</h2><ul>");
        foreach (var (field, error) in Errors)
            output.Content.AppendHtml($"<li>{markup.Link(Address?.Invoke(field) ?? $"#f-{field}", markup.E(error))}</li>");
        output.Content.AppendHtml("</ul>");
    }
}

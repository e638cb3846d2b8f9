using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-select&gt;: one answer out of many, as a list.</summary>
[HtmlTargetElement("zw-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectTagHelper(HtmlEncoder html) : TagHelper
{
    public required string Name { get; set; }
    public required string Label { get; set; }
    public string? Hint { get; set; }
    public string? Error { get; set; }
    public required IReadOnlyList<Choice> Options { get; set; }
    public string? Selected { get; set; }
    public bool Heading { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "field" : "field bad");
        var id = E($"f-{Name}");
        var label = $"<label for=\"{id}\">{E(Label)}</label>";
        output.Content.AppendHtml(Heading ? $"<h1 class=\"q\">{label}</h1>" : label);
        if (Hint is not null) output.Content.AppendHtml($"<span class=\"hint\" id=\"{id}-h\">{E(Hint)}</span>");
        if (Error is not null) output.Content.AppendHtml($"<span class=\"err\" id=\"{id}-e\">{E(Error)}</span>");
        var described = string.Join(' ', new[] { Hint is null ? null : $"{id}-h", Error is null ? null : $"{id}-e" }.Where(x => x is not null));
        output.Content.AppendHtml($"<select class=\"in\" id=\"{id}\" name=\"{E(Name)}\"{(described.Length == 0 ? "" : $" aria-describedby=\"{described}\"")}><option value=\"\">{E(Say.L("请选择", "Choose"))}</option>");
        foreach (var option in Options)
            output.Content.AppendHtml($"<option value=\"{E(option.Value)}\"{(option.Value == Selected ? " selected" : "")}>{E(option.Label)}</option>");
        output.Content.AppendHtml("</select>");
    }

    private string E(string? text) => html.Encode(text ?? "");
}

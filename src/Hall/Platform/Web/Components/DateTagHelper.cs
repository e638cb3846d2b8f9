using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-date&gt;: a date as three fields (name.y, name.m, name.d).</summary>
[HtmlTargetElement("zw-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper(HtmlEncoder html) : TagHelper
{
    public required string Name { get; set; }
    public required string Label { get; set; }
    public string? Hint { get; set; }
    public string? Error { get; set; }

    /// <summary>What was typed: 2026-06-28, or whatever stands there.</summary>
    public string? Value { get; set; }

    public bool Heading { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "field" : "field bad");
        var id = E($"f-{Name}");
        output.Content.AppendHtml(Heading ? $"<legend><h1 class=\"q\">{E(Label)}</h1></legend>" : $"<legend>{E(Label)}</legend>");
        output.Content.AppendHtml($"<span class=\"hint\" id=\"{id}-h\">{E(Hint ?? Say.L("例如 2003 8 17", "For example 2003 8 17"))}</span>");
        if (Error is not null) output.Content.AppendHtml($"<span class=\"err\" id=\"{id}-e\">{E(Error)}</span>");
        var parts = (Value ?? "").Split('-');
        output.Content.AppendHtml("<div class=\"date\">");
        Part(output, id, "y", Say.L("年", "Year"), 4, parts, 0);
        Part(output, $"{id}-m", "m", Say.L("月", "Month"), 2, parts, 1);
        Part(output, $"{id}-d", "d", Say.L("日", "Day"), 2, parts, 2);
        output.Content.AppendHtml("</div>");
    }

    private void Part(TagHelperOutput output, string id, string suffix, string label, int length, string[] parts, int index) =>
        output.Content.AppendHtml($"<div><label for=\"{id}\">{E(label)}</label><input class=\"in num\" id=\"{id}\" name=\"{E(Name)}.{suffix}\" inputmode=\"numeric\" maxlength=\"{length.ToString(CultureInfo.InvariantCulture)}\" autocomplete=\"off\" value=\"{E(parts.ElementAtOrDefault(index)?.TrimStart('0'))}\"{(Error is null ? "" : " aria-invalid=\"true\"")}></div>");

    private string E(string? text) => html.Encode(text ?? "");
}

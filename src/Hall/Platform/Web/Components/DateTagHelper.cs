using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-date&gt;: a date as three fields (name.y, name.m, name.d).</summary>
[HtmlTargetElement("zw-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper(Markup markup) : FieldTagHelper(markup)
{
    /// <summary>What was typed: 2026-06-28, or whatever stands there.</summary>
    public string? Value { get; set; }


    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Hint ??= Say.L("例如 2003 8 17", "For example 2003 8 17");
        Group(output);
        var id = E(Id);
        var parts = (Value ?? "").Split('-');
        output.Content.AppendHtml("<div class=\"date\">");
        Part(output, id, "y", Say.L("年", "Year"), 4, parts, 0);
        Part(output, $"{id}-m", "m", Say.L("月", "Month"), 2, parts, 1);
        Part(output, $"{id}-d", "d", Say.L("日", "Day"), 2, parts, 2);
        output.Content.AppendHtml("</div>");
    }

    /// <summary>The three fields of a posted form as one text; empty when all are.</summary>
    public static string Read(IFormCollection form, string name)
    {
        string[] parts = [form[$"{name}.y"].ToString().Trim(), form[$"{name}.m"].ToString().Trim(), form[$"{name}.d"].ToString().Trim()];
        return parts.All(p => p.Length == 0) ? "" : string.Join('-', parts);
    }

    private void Part(TagHelperOutput output, string id, string suffix, string label, int length, string[] parts, int index) =>
        output.Content.AppendHtml($"<div><label for=\"{id}\">{E(label)}</label><input class=\"in num\" id=\"{id}\" name=\"{E(Name)}.{suffix}\" inputmode=\"numeric\" maxlength=\"{length.ToString(CultureInfo.InvariantCulture)}\" autocomplete=\"off\" value=\"{E(parts.ElementAtOrDefault(index)?.TrimStart('0'))}\"{(Error is null ? "" : " aria-invalid=\"true\"")}></div>");
}

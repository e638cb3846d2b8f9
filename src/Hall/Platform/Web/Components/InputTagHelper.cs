using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-input&gt;: label, hint, error and a one-line field (or several lines), tied together for every reader.</summary>
[HtmlTargetElement("zw-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InputTagHelper(HtmlEncoder html) : TagHelper
{
    public required string Name { get; set; }
    public required string Label { get; set; }
    public string? Hint { get => hint; set => hint = Text(value); }
    public string? Value { get; set; }
    public string? Error { get => error; set => error = Text(value); }
    public string Type { get; set; } = "text";
    public string? Autocomplete { get; set; }
    public string? Inputmode { get; set; }
    public int Lines { get; set; } = 1;
    public int? Maxlength { get; set; }

    /// <summary>The label is the page's heading.</summary>
    public bool Heading { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "field" : "field bad");
        var id = $"f-{Name}";
        var described = string.Join(' ', new[] { Hint is null ? null : $"{id}-h", Error is null ? null : $"{id}-e" }.Where(x => x is not null));
        var label = $"<label for=\"{E(id)}\">{E(Label)}</label>";
        output.Content.AppendHtml(Heading ? $"<h1 class=\"q\">{label}</h1>" : label);
        if (Hint is not null) output.Content.AppendHtml($"<span class=\"hint\" id=\"{E(id)}-h\">{E(Hint)}</span>");
        if (Error is not null) output.Content.AppendHtml($"<span class=\"err\" id=\"{E(id)}-e\">{E(Error)}</span>");
        var common = $" class=\"in\" id=\"{E(id)}\" name=\"{E(Name)}\"" + Attribute("autocomplete", Autocomplete ?? "off")
            + Attribute("inputmode", Inputmode) + Attribute("maxlength", Maxlength?.ToString(System.Globalization.CultureInfo.InvariantCulture))
            + Attribute("aria-describedby", described.Length == 0 ? null : described) + (Error is null ? "" : " aria-invalid=\"true\"");
        output.Content.AppendHtml(Lines > 1
            ? $"<textarea{common} rows=\"{Lines}\">{E(Value)}</textarea>"
            : $"<input{common} type=\"{Type}\"{Attribute("value", Type == "password" ? null : Value)}>");
    }

    private string Attribute(string name, string? value) => value is null ? "" : $" {name}=\"{E(value)}\"";

    private string? hint, error;

    // Razor hands an absent text over as an empty one.
    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private string E(string? text) => html.Encode(text ?? "");
}

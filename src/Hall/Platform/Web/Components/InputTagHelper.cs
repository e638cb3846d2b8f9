using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-input&gt;: label, hint, error and a one-line field (or several lines), tied together for every reader.</summary>
[HtmlTargetElement("zw-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InputTagHelper(Markup markup) : FieldTagHelper(markup)
{
    public string? Value { get; set; }
    public string Type { get; set; } = "text";
    public string? Autocomplete { get; set; }
    public string? Inputmode { get; set; }
    public int Lines { get; set; } = 1;
    public int? Maxlength { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Field(output);
        var common = $" class=\"in\" id=\"{E(Id)}\" name=\"{E(Name)}\"" + Attribute("autocomplete", Autocomplete ?? "off")
            + Attribute("inputmode", Inputmode) + Attribute("maxlength", Maxlength?.ToString(System.Globalization.CultureInfo.InvariantCulture))
            + Attribute("aria-describedby", DescribedBy) + (Error is null ? "" : " aria-invalid=\"true\"");
        output.Content.AppendHtml(Lines > 1
            ? $"<textarea{common} rows=\"{Lines}\">{E(Value)}</textarea>"
            : $"<input{common} type=\"{Type}\"{Attribute("value", Type == "password" ? null : Value)}>");
    }
}

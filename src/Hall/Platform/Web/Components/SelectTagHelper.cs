using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-select&gt;: one answer out of many, as a list.</summary>
[HtmlTargetElement("zw-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectTagHelper(Markup markup) : FieldTagHelper(markup)
{
    public required IReadOnlyList<Choice> Options { get; set; }
    public string? Selected { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Field(output);
        output.Content.AppendHtml($"<select class=\"in\" id=\"{E(Id)}\" name=\"{E(Name)}\"{Attribute("aria-describedby", DescribedBy)}><option value=\"\">{E(Say.L("请选择", "Choose"))}</option>");
        foreach (var option in Options)
            output.Content.AppendHtml($"<option value=\"{E(option.Value)}\"{(option.Value == Selected ? " selected" : "")}{Attribute("lang", option.Lang)}>{E(option.Label)}</option>");
        output.Content.AppendHtml("</select>");
    }
}

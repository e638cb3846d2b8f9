using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>One answer to choose from.</summary>
/// <param name="Lang">The language of the label, when it is not the page's.</param>
public sealed record Choice(string Value, string Label, string? Hint = null, string? Lang = null);

/// <summary>&lt;zw-choices&gt;: a question answered by one choice (or several), as cards.</summary>
[HtmlTargetElement("zw-choices", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoicesTagHelper(Markup markup) : FieldTagHelper(markup)
{
    public required IReadOnlyList<Choice> Options { get; set; }
    public IReadOnlyList<string> Selected { get; set; } = [];
    public bool Many { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (DescribedBy is { } described) output.Attributes.SetAttribute("aria-describedby", described);
        Group(output);
        for (var i = 0; i < Options.Count; i++) Option(output, Options[i], i == 0 ? Id : $"{Id}-{i}");
    }

    private void Option(TagHelperOutput output, Choice option, string id)
    {
        var chosen = Selected.Contains(option.Value);
        output.Content.AppendHtml($"<label class=\"opt{(chosen ? " on" : "")}\" for=\"{E(id)}\"><input type=\"{(Many ? "checkbox" : "radio")}\" id=\"{E(id)}\" name=\"{E(Name)}\" value=\"{E(option.Value)}\"{(chosen ? " checked" : "")}><span>{E(option.Label)}");
        if (option.Hint is not null) output.Content.AppendHtml($"<span class=\"hint\">{E(option.Hint)}</span>");
        output.Content.AppendHtml("</span></label>");
    }
}

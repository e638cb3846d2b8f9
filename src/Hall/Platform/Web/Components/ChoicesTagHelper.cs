using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>One answer to choose from.</summary>
public sealed record Choice(string Value, string Label, string? Hint = null);

/// <summary>&lt;zw-choices&gt;: a question answered by one choice (or several), as cards.</summary>
[HtmlTargetElement("zw-choices", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoicesTagHelper(HtmlEncoder html) : TagHelper
{
    public required string Name { get; set; }
    public required string Label { get; set; }
    public string? Hint { get; set; }
    public string? Error { get; set; }
    public required IReadOnlyList<Choice> Options { get; set; }
    public IReadOnlyList<string> Selected { get; set; } = [];
    public bool Many { get; set; }
    public bool Heading { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "field" : "field bad");
        var id = $"f-{Name}";
        var described = string.Join(' ', new[] { Hint is null ? null : $"{id}-h", Error is null ? null : $"{id}-e" }.Where(x => x is not null));
        if (described.Length > 0) output.Attributes.SetAttribute("aria-describedby", described);
        output.Content.AppendHtml(Heading ? $"<legend><h1 class=\"q\">{E(Label)}</h1></legend>" : $"<legend>{E(Label)}</legend>");
        if (Hint is not null) output.Content.AppendHtml($"<span class=\"hint\" id=\"{E(id)}-h\">{E(Hint)}</span>");
        if (Error is not null) output.Content.AppendHtml($"<span class=\"err\" id=\"{E(id)}-e\">{E(Error)}</span>");
        for (var i = 0; i < Options.Count; i++) Option(output, Options[i], i == 0 ? id : $"{id}-{i}");
    }

    private void Option(TagHelperOutput output, Choice option, string id)
    {
        var chosen = Selected.Contains(option.Value);
        output.Content.AppendHtml($"<label class=\"opt{(chosen ? " on" : "")}\" for=\"{E(id)}\"><input type=\"{(Many ? "checkbox" : "radio")}\" id=\"{E(id)}\" name=\"{E(Name)}\" value=\"{E(option.Value)}\"{(chosen ? " checked" : "")}><span>{E(option.Label)}");
        if (option.Hint is not null) output.Content.AppendHtml($"<span class=\"hint\">{E(option.Hint)}</span>");
        output.Content.AppendHtml("</span></label>");
    }

    private string E(string? text) => html.Encode(text ?? "");
}

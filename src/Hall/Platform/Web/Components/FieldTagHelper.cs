using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>What every question has: label (or heading), hint and error, tied to the field for every reader.</summary>
public abstract class FieldTagHelper(Markup markup) : TagHelper
{
    private string? hint, error;

    public required string Name { get; set; }
    public required string Label { get; set; }
    public string? Hint { get => hint; set => hint = Text(value); }
    public string? Error { get => error; set => error = Text(value); }

    /// <summary>The label is the page's heading.</summary>
    public bool Heading { get; set; }

    protected string Id => $"f-{Name}";

    /// <summary>Ids of hint and error; null: there are none.</summary>
    protected string? DescribedBy => (Hint, Error) switch
    {
        (null, null) => null,
        (_, null) => $"{Id}-h",
        (null, _) => $"{Id}-e",
        _ => $"{Id}-h {Id}-e",
    };

    /// <summary>A single field in a div, with a label.</summary>
    protected void Field(TagHelperOutput output)
    {
        Open(output, "div");
        var label = $"<label for=\"{E(Id)}\">{E(Label)}</label>";
        output.Content.AppendHtml(Heading ? $"<h1 class=\"q\">{label}</h1>" : label);
        Explain(output);
    }

    /// <summary>Several fields in a fieldset, with a legend.</summary>
    protected void Group(TagHelperOutput output)
    {
        Open(output, "fieldset");
        output.Content.AppendHtml(Heading ? $"<legend><h1 class=\"q\">{E(Label)}</h1></legend>" : $"<legend>{E(Label)}</legend>");
        Explain(output);
    }

    protected string Attribute(string name, string? value) => markup.Attribute(name, value);

    protected string E(string? text) => markup.E(text);

    private void Open(TagHelperOutput output, string tag)
    {
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "field" : "field bad");
    }

    private void Explain(TagHelperOutput output)
    {
        if (Hint is not null) output.Content.AppendHtml($"<span class=\"hint\" id=\"{E(Id)}-h\">{E(Hint)}</span>");
        if (Error is not null) output.Content.AppendHtml($"<span class=\"err\" id=\"{E(Id)}-e\">{E(Error)}</span>");
    }

    // Razor hands an absent text over as an empty one.
    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

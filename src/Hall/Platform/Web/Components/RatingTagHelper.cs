using Microsoft.AspNetCore.Razor.TagHelpers;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-rating&gt;: 好差评: the five levels in the order of the standard, none chosen beforehand, and room for words. Stands in a form.</summary>
[HtmlTargetElement("zw-rating", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RatingTagHelper(Markup markup) : FieldTagHelper(markup)
{
    public static IReadOnlyList<Choice> Levels =>
    [
        new("5", L("非常满意", "Very satisfied")), new("4", L("满意", "Satisfied")), new("3", L("基本满意", "Fairly satisfied")),
        new("2", L("不满意", "Dissatisfied")), new("1", L("非常不满意", "Very dissatisfied")),
    ];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (DescribedBy is { } described) output.Attributes.SetAttribute("aria-describedby", described);
        Group(output);
        output.Content.AppendHtml("<div class=\"levels\">");
        foreach (var (level, id) in Levels.Select((l, i) => (l, i == 0 ? Id : $"{Id}-{l.Value}")))
            output.Content.AppendHtml($"<label class=\"opt\" for=\"{E(id)}\"><input type=\"radio\" id=\"{E(id)}\" name=\"{E(Name)}\" value=\"{level.Value}\"><span>{E(level.Label)}</span></label>");
        output.Content.AppendHtml("</div>");
    }
}

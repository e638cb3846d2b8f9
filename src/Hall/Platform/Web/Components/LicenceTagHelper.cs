using Microsoft.AspNetCore.Razor.TagHelpers;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-licence&gt;: an electronic licence as a card: what, whether it holds, by whom, number, from when to when; then what can be done with it.</summary>
[HtmlTargetElement("zw-licence")]
public sealed class LicenceTagHelper(Markup markup) : TagHelper
{
    public required string Name { get; set; }
    public required string Authority { get; set; }
    public required string Number { get; set; }
    public required string Period { get; set; }
    public bool Holds { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", Holds ? "licence" : "licence ended");
        var state = Holds ? L("有效", "Valid") : L("已失效", "Not valid");
        output.PreContent.SetHtmlContent(
            $"<p class=\"who\">{markup.Data(Authority)}</p><p class=\"what\"><b>{markup.E(Name)}</b> <span class=\"tag {(Holds ? "ok" : "bad")}\">{state}</span></p>"
            + $"<dl><div><dt>{L("编号", "Number")}</dt><dd class=\"num\">{markup.Data(Number)}</dd></div><div><dt>{L("有效期", "Valid")}</dt><dd class=\"num\">{markup.E(Period)}</dd></div></dl><div class=\"row\">");
        output.PostContent.SetHtmlContent("</div>");
    }
}

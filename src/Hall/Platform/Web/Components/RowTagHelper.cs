using Microsoft.AspNetCore.Razor.TagHelpers;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-row&gt;: a row of a summary list. The link to change it says what it changes.</summary>
[HtmlTargetElement("zw-row", ParentTag = "zw-dl")]
public sealed class RowTagHelper(Markup markup) : TagHelper
{
    public required string Label { get; set; }

    /// <summary>Where the answer can be changed.</summary>
    public string? Change { get; set; }

    /// <summary>Figures, dates and codes.</summary>
    public bool Num { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var answers = context.Items[typeof(DlTagHelper)] is true;
        output.TagName = "div";
        output.PreContent.SetHtmlContent($"<dt>{markup.E(Label)}</dt><dd{(Num ? " class=\"num\"" : "")}>");
        var change = string.IsNullOrEmpty(Change) ? "" : markup.Link(Change, L("修改", "Change") + markup.Unseen(Label));
        output.PostContent.SetHtmlContent(answers ? $"</dd><dd class=\"change\">{change}</dd>" : "</dd>");
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-table&gt;: rows of &lt;zw-tr&gt; and &lt;zw-td&gt;. On a narrow screen each row becomes a card, and cells name their column.</summary>
[HtmlTargetElement("zw-table")]
public sealed class TableTagHelper(Markup markup) : TagHelper
{
    public required string Caption { get; set; }

    /// <summary>The heading above says it already.</summary>
    public bool CaptionUnseen { get; set; }
    public required IReadOnlyList<string> Columns { get; set; }

    public override void Init(TagHelperContext context) => context.Items[typeof(TableTagHelper)] = this;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "table";
        output.Attributes.SetAttribute("class", "mats");
        var heads = string.Concat(Columns.Select(c => $"<th scope=\"col\">{markup.E(c)}</th>"));
        output.PreContent.SetHtmlContent($"<caption{(CaptionUnseen ? " class=\"vh\"" : "")}>{markup.E(Caption)}</caption><thead><tr>{heads}</tr></thead><tbody>");
        output.PostContent.SetHtmlContent("</tbody>");
    }
}

[HtmlTargetElement("zw-tr", ParentTag = "zw-table")]
public sealed class TableRowTagHelper : TagHelper
{
    internal int Cells { get; set; }

    public override void Init(TagHelperContext context) => context.Items[typeof(TableRowTagHelper)] = this;

    public override void Process(TagHelperContext context, TagHelperOutput output) => output.TagName = "tr";
}

/// <summary>&lt;zw-td&gt;: the first of a row is its head.</summary>
[HtmlTargetElement("zw-td", ParentTag = "zw-tr")]
public sealed class TableCellTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var column = ((TableRowTagHelper)context.Items[typeof(TableRowTagHelper)]).Cells++;
        output.TagName = column == 0 ? "th" : "td";
        if (column == 0) output.Attributes.SetAttribute("scope", "row");
        else output.Attributes.SetAttribute("data-l", ((TableTagHelper)context.Items[typeof(TableTagHelper)]).Columns[column]);
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-files&gt;: files, one a row; each a &lt;zw-line&gt; with what can be done with it.</summary>
[HtmlTargetElement("zw-files")]
public sealed class FilesTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.Attributes.SetAttribute("class", "files");
    }
}

[HtmlTargetElement("zw-line", ParentTag = "zw-files")]
public sealed class FileLineTagHelper(Markup markup) : TagHelper
{
    public required string Name { get; set; }
    public string? Detail { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        var detail = string.IsNullOrEmpty(Detail) ? "" : $"<span class=\"small muted line num\">{markup.Data(Detail)}</span>";
        output.PreContent.SetHtmlContent($"<span><b>{markup.Data(Name)}</b>{detail}</span>");
    }
}

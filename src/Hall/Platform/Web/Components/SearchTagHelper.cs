using Microsoft.AspNetCore.Razor.TagHelpers;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-search&gt;: one field, one button, a plain GET.</summary>
[HtmlTargetElement("zw-search", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SearchTagHelper(Markup markup) : TagHelper
{
    public string? Value { get; set; }
    public string? Placeholder { get; set; }

    /// <summary>It stands on plain ground and needs a border.</summary>
    public bool Framed { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "form";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Framed ? "search framed" : "search");
        output.Attributes.SetAttribute("role", "search");
        output.Attributes.SetAttribute("action", markup.Href("~/search"));
        output.Content.AppendHtml($"<label class=\"vh\" for=\"q\">{L("搜索办事服务", "Search services")}</label>");
        output.Content.AppendHtml($"<input id=\"q\" name=\"q\" type=\"search\"{markup.Attribute("value", Value)}{markup.Attribute("placeholder", Placeholder)} autocomplete=\"off\" enterkeyhint=\"search\">");
        output.Content.AppendHtml($"<button class=\"btn\">{markup.Icon("search")}{L("搜索", "Search")}</button>");
    }
}

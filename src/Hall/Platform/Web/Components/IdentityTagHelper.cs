using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Options;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-identity&gt;: the first element of every page: who runs it and how to tell, and how it is shown.</summary>
[HtmlTargetElement("zw-identity", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IdentityTagHelper(Markup markup, IOptions<HallOptions> options) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "id");
        output.Attributes.SetAttribute("aria-label", L("标识和浏览方式", "Identity and display"));
        output.Content.SetHtmlContent($"<div class=\"w\"><p>{Who}</p><nav aria-label=\"{L("浏览方式", "Display")}\">{Toggle("scale", "elder", "eye", L("长辈版", "Large print"), L("标准版", "Standard view"))}{Toggle("theme", "contrast", "accessibility", L("高对比", "High contrast"), L("普通配色", "Normal colours"))}{Language}</nav></div>");
    }

    private string Who => options.Value.Demo
        ? L("演示系统：人物和数据都是虚构的", "Demonstration: all people and data are invented")
        : L("深圳市人民政府主办的官方网站，网址以 .gov.cn 结尾", "Official site of the city government; its address ends in .gov.cn");

    // A plain link; its words name what it leads to, not what is.
    private string Toggle(string name, string value, string icon, string on, string off)
    {
        var chosen = Preferences.Of(markup.Request, name) == value;
        var here = Uri.EscapeDataString($"{markup.Request.PathBase}{markup.Request.Path}{markup.Request.QueryString}");
        return markup.Link($"/prefs?{name}={(chosen ? "std" : value)}&return={here}", markup.Icon(icon) + (chosen ? off : on), " rel=\"nofollow\"");
    }

    private string Language => English
        ? markup.Link($"{markup.Request.Path}{markup.Request.QueryString}", "中文", " lang=\"zh-Hans\" hreflang=\"zh-Hans\"")
        : markup.Link($"/en{markup.Request.Path}{markup.Request.QueryString}", "English", " lang=\"en\" hreflang=\"en\"");
}

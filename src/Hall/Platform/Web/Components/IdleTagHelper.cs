using Microsoft.AspNetCore.Razor.TagHelpers;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-idle&gt;: at a kiosk, asks after 60 quiet seconds whether somebody is there; the screen is wiped at 90.</summary>
[HtmlTargetElement("zw-idle", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IdleTagHelper : TagHelper
{
    /// <summary>Shown in the row of the page, without effect.</summary>
    public bool Example { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Example ? "div" : "dialog";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "idle");
        if (!Example) output.Attributes.SetAttribute("aria-labelledby", "idle-h");
        var (keep, end) = Example
            ? ("<span class=\"btn\">{0}</span>", "<span class=\"btn btn-2\">{0}</span>")
            : ("<form method=\"dialog\"><button class=\"btn\">{0}</button></form>", "<a class=\"btn btn-2\" href=\"/kiosk/end\">{0}</a>");
        output.Content.SetHtmlContent($"<h2{(Example ? "" : " id=\"idle-h\"")}>{L("您还在吗？", "Are you still there?")}</h2>"
            + $"<p>{L("30 秒内没有人按，就退出登录并清空屏幕。填过的内容会保存，下次接着填。", "If nobody answers within 30 seconds, you are signed out and the screen is cleared. What you filled in is saved.")}</p>"
            + $"<div class=\"row\">{string.Format(System.Globalization.CultureInfo.InvariantCulture, keep, L("我还在用", "I am here"))}{string.Format(System.Globalization.CultureInfo.InvariantCulture, end, L("结束使用", "Finish"))}</div>");
    }
}

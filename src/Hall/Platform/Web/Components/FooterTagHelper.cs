using Microsoft.AspNetCore.Razor.TagHelpers;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-footer&gt;: whom to call, and everything the menu holds. At a kiosk only whom to call.</summary>
[HtmlTargetElement("zw-footer", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FooterTagHelper(Markup markup) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var kiosk = Preferences.Kiosk(markup.Request);
        output.TagName = "footer";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ft");
        output.Attributes.SetAttribute("id", "ft");
        output.Content.SetHtmlContent($"<div class=\"w\"><div class=\"cols\">{Call(kiosk)}{(kiosk ? "" : Columns())}</div>"
            + $"<div class=\"legal\"><span>{L("通办：开源的不见面审批平台", "Tongban: an open-source platform for zero-visit services")}</span></div></div>");
    }

    private static string Call(bool kiosk) =>
        $"<div><h2>{L("打电话问", "Ask by telephone")}</h2>{(kiosk ? "<b class=\"tel num\">12345</b>" : "<a class=\"tel num\" href=\"tel:12345\">12345</a>")}<p>{L("政务服务便民热线，每天 24 小时。", "City hotline, day and night.")}</p></div>";

    private string Columns() =>
        Column(L("办事", "Services"),
            new("~/browse?who=person", L("个人办事", "For people")), new("~/browse?who=organisation", L("企业办事", "For firms")),
            new("~/my", L("我的办件", "My cases")), new("~/track", L("进度查询", "Track a case")), new("~/batches/first", L("第一批不见面事项", "First zero-visit batch")))
        + Column(L("监督", "Oversight"),
            new("~/verify", L("证照真伪查验", "Check a licence")), new("~/ledger", L("公开账本", "Public ledger")), new("~/my/data", L("谁看过我的数据", "Who looked at my data")))
        + Column(L("关于", "About"),
            new("~/accessibility", L("无障碍声明", "Accessibility")), new("~/privacy", L("个人信息保护", "Privacy")), new("~/api", L("开放接口", "Open interface")));

    private string Column(string title, params Link[] links) =>
        $"<div><h2>{title}</h2><ul>{string.Concat(links.Select(l => $"<li>{markup.Link(l.Path, l.Text)}</li>"))}</ul></div>";
}

using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tongban.Hall.Platform.Packages;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>&lt;zw-services&gt;: services as rows. The whole row is the link; 秒批 always stands with its time.</summary>
[HtmlTargetElement("zw-services", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ServicesTagHelper(Markup markup) : TagHelper
{
    public required IReadOnlyList<ServicePackage> Items { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "svc");
        foreach (var item in Items) output.Content.AppendHtml($"<li>{Row(item)}</li>");
    }

    private string Row(ServicePackage item)
    {
        var (days, visits) = (Number(item.Limits.Promised.Days), Number(item.Handling.Visits));
        var speed = item.Instant is { Enabled: true } instant
            ? Tag("tag auto", "zap", L("秒批", "Instant")) + Span(L($"约 {instant.TypicalSeconds} 秒", $"about {instant.TypicalSeconds} s"))
            : Tag("tag", null, L("全程网办", "Online")) + Span(L($"{days} 个工作日", $"{days} working days"));
        var visit = item.Handling.Visits == 0 ? L("不用跑", "no visit") : L($"跑 {visits} 次", $"{visits} visits");
        return markup.Link($"~/items/{item.Id}",
            $"<b>{markup.E(item.Name.ToString())}</b>{markup.Icon("chevron-right", "muted")}<span class=\"meta\">{speed}{Span(visit)}{Span(item.Authority.Name.ToString())}</span>");
    }

    private string Tag(string css, string? icon, string text) => $"<span class=\"{css}\">{markup.Icon(icon)}{markup.E(text)}</span> ";

    private string Span(string text) => $"<span class=\"num\">{markup.E(text)}</span> ";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

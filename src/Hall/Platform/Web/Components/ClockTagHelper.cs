using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Platform.Web.Components;

/// <summary>A day by which something has to be done.</summary>
/// <param name="DaysLeft">Working days after today; negative: overdue.</param>
public sealed record ClockLimit(string Label, DateOnly DueOn, int DaysLeft);

/// <summary>Days that do not count, and why (行政许可法 art. 45).</summary>
public sealed record ClockStop(DateOnly From, DateOnly To, string Why);

/// <summary>&lt;zw-clock&gt;: the statutory clock. Every figure stands as text; the drawing repeats it and adds nothing.</summary>
[HtmlTargetElement("zw-clock", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ClockTagHelper(Markup markup) : TagHelper
{
    private const int Soon = 2;

    public required string Began { get; set; }
    public required DateOnly From { get; set; }
    public required DateOnly Today { get; set; }
    public required IReadOnlyList<ClockLimit> Limits { get; set; }
    public IReadOnlyList<ClockStop> Stops { get; set; } = [];

    private ClockLimit Last => Limits.MaxBy(l => l.DueOn)!;

    private int Length => Math.Max(1, Last.DueOn.DayNumber - From.DayNumber);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "clock");
        output.Content.AppendHtml("<dl>");
        foreach (var limit in Limits)
            output.Content.AppendHtml($"<div class=\"t{Css(limit)}\"><dt>{markup.E(limit.Label)}</dt><dd><b class=\"num\">{markup.E(Left(limit))}</b><span class=\"num\">{Day(limit.DueOn)}</span></dd></div>");
        output.Content.AppendHtml("</dl>");
        Draw(output);
        output.Content.AppendHtml($"<p class=\"ends num\"><span>{markup.E(Began)} {Short(From)}</span><span>{L("今天", "Today")} {Short(Today)}</span><span>{L("到期", "Due")} {Short(Last.DueOn)}</span></p>");
        foreach (var stop in Stops)
            output.Content.AppendHtml($"<p class=\"stopped num\">{markup.E(L($"{Day(stop.From)} 到 {Day(stop.To)} 不计时：{stop.Why}", $"{Day(stop.From)} to {Day(stop.To)} not counted: {stop.Why}"))}</p>");
    }

    private void Draw(TagHelperOutput output)
    {
        output.Content.AppendHtml("<svg viewBox=\"0 0 1000 16\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">");
        Bar(output, "all", 0, 1000);
        Bar(output, "run", 0, At(Today));
        foreach (var stop in Stops) Bar(output, "stop", At(stop.From), At(stop.To));
        foreach (var limit in Limits) Bar(output, "due", Math.Max(0, At(limit.DueOn) - 6), At(limit.DueOn));
        output.Content.AppendHtml("</svg>");
    }

    private static void Bar(TagHelperOutput output, string css, int from, int to) =>
        output.Content.AppendHtml(string.Create(CultureInfo.InvariantCulture, $"<rect class=\"{css}\" x=\"{from}\" y=\"{(css == "due" ? 0 : 3)}\" width=\"{Math.Max(0, to - from)}\" height=\"{(css == "due" ? 16 : 10)}\"/>"));

    private int At(DateOnly day) => Math.Clamp((day.DayNumber - From.DayNumber) * 1000 / Length, 0, 1000);

    private static string Css(ClockLimit limit) => limit.DaysLeft < 0 ? " bad" : limit.DaysLeft <= Soon ? " warn" : "";

    private static string Left(ClockLimit limit) => limit.DaysLeft switch
    {
        < 0 => L($"超期 {-limit.DaysLeft} 个工作日", $"{-limit.DaysLeft} working days overdue"),
        0 => L("今天到期", "Due today"),
        1 => L("还剩 1 个工作日", "1 working day left"),
        var days => L($"还剩 {days} 个工作日", $"{days} working days left"),
    };

    private static string Day(DateOnly day) => L(
        $"{Short(day)}（周{"日一二三四五六"[(int)day.DayOfWeek]}）", day.ToString("ddd d MMM yyyy", CultureInfo.GetCultureInfo("en-GB")));

    private static string Short(DateOnly day) => L(
        string.Create(CultureInfo.InvariantCulture, $"{day.Month} 月 {day.Day} 日"), day.ToString("d MMM", CultureInfo.GetCultureInfo("en-GB")));
}

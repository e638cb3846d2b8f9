using System.Globalization;
using System.Text;
using Tongban.Sandbox.Sms;

namespace Tongban.Sandbox.Pages;

/// <summary>What arrived on the invented telephones, newest first.</summary>
internal static class SmsPage
{
    public static string Show(IReadOnlyList<SmsMessage> messages, string? mobile)
    {
        var body = new StringBuilder("<p><a href=\"/\">返回</a></p><h1>短信收件箱</h1>");
        body.Append(CultureInfo.InvariantCulture, $"<form><label>手机号码 <input name=\"mobile\" inputmode=\"numeric\" value=\"{Html.Safe(mobile ?? "")}\"></label> <button>只看这个号码</button> <a href=\"/sms\">看全部</a></form>");
        if (messages.Count == 0) return Html.Page("短信收件箱", body.Append("<p>还没有短信。</p>").ToString());
        body.Append("<div class=\"scroll\"><table><tr><th scope=\"col\">时间<th scope=\"col\">手机<th scope=\"col\">内容");
        foreach (var message in messages)
            body.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"num\">{message.At.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm:ss}<td class=\"num\"><a href=\"/sms?mobile={message.Mobile}\">{message.Mobile}</a><td>{Html.Safe(message.Text)}");
        return Html.Page("短信收件箱", body.Append("</table></div>").ToString());
    }
}

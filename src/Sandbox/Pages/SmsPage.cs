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
        body.Append("<ul class=\"plain\">");
        foreach (var message in messages)
            body.Append(CultureInfo.InvariantCulture, $"<li><span class=\"num\">{CityDay.Clock(message.At):yyyy-MM-dd HH:mm:ss}</span> <a class=\"num\" href=\"/sms?mobile={message.Mobile}\">{message.Mobile}</a><br>{Html.Safe(message.Text)}");
        return Html.Page("短信收件箱", body.Append("</ul>").ToString());
    }
}

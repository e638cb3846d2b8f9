using System.Globalization;
using System.Net;
using System.Text;
using Tongban.Codes;
using Tongban.Sandbox.Registries;
using Tongban.Sandbox.Sms;

namespace Tongban.Sandbox.Pages;

/// <summary>Two plain pages for whoever plays with the sandbox.</summary>
internal static class SandboxPages
{
    private const string Head = """
        <!doctype html><html lang="zh-Hans"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <style>body{font:1rem/1.7 "Noto Sans CJK SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#16202B}
        table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #D7DDE3}</style>
        """;

    public static string Home(IEnumerable<Registry> registries, Func<string, Fault> faultOf)
    {
        var page = new StringBuilder(Head).Append("<title>沙盒：外面的世界</title><h1>沙盒：外面的世界</h1><p>这里的登记库由种子算出，人物都是虚构的。<a href=\"/sms\">短信收件箱</a></p><table><tr><th>登记库<th>现在<th>让它出故障");
        foreach (var registry in registries)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{registry.Title}<td>{faultOf(registry.Name).Mode}<td><form method=\"post\" action=\"/faults/{registry.Name}\">");
            page.Append(CultureInfo.InvariantCulture, $"<select name=\"mode\" aria-label=\"{registry.Title}的故障\">");
            foreach (var mode in Enum.GetNames<FaultMode>()) page.Append(CultureInfo.InvariantCulture, $"<option>{mode}</option>");
            page.Append("</select> <button>设置</button></form>");
        }
        return page.Append("</table>").ToString();
    }

    public static string Sms(IEnumerable<SmsMessage> messages)
    {
        var page = new StringBuilder(Head).Append("<title>短信收件箱</title><h1>短信收件箱</h1><p><a href=\"/\">返回</a></p><table><tr><th>时间<th>手机<th>内容");
        foreach (var message in messages)
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{message.At:yyyy-MM-dd HH:mm:ss}<td>{MobileNumber.Mask(message.Mobile)}<td>{WebUtility.HtmlEncode(message.Text)}");
        return page.Append("</table>").ToString();
    }
}

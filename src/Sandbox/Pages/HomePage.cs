using System.Globalization;
using System.Text;
using Tongban.Sandbox.People;
using Tongban.Sandbox.Registries;

namespace Tongban.Sandbox.Pages;

/// <summary>What there is, what is broken, and buttons to break it.</summary>
internal static class HomePage
{
    private static readonly (FaultMode Mode, string Title)[] Modes =
    [
        (FaultMode.None, "正常"), (FaultMode.Slow, "很慢"), (FaultMode.Down, "断线"), (FaultMode.Hang, "不应答"), (FaultMode.Error500, "报错 500"),
        (FaultMode.WrongSignature, "签名不对"), (FaultMode.Stale, "数据是一个月前的"), (FaultMode.Garbage, "乱码"), (FaultMode.OtherPerson, "答成别人的"),
        (FaultMode.LostAnswer, "办了，但回答丢了"), (FaultMode.Stall, "答到一半不动了"), (FaultMode.Flood, "答得没完没了"), (FaultMode.Future, "数据是明天的"),
        (FaultMode.OtherRegister, "别的库代签"), (FaultMode.TooMuch, "多给字段"),
    ];

    public static string Show(Func<string, Fault> faultOf, IReadOnlyList<DemoPerson> people)
    {
        var body = new StringBuilder("<h1>沙盒：外面的世界</h1><p>登记库由种子算出，人物都是虚构的。<a href=\"/sms\">短信收件箱</a> · <a href=\"/realname\">人物的证件和账号</a> · <a href=\"/firms\">单位</a></p>");
        body.Append("<h2>登记库和网关</h2><div class=\"scroll\"><table><tr><th scope=\"col\">名称<th scope=\"col\">现在<th scope=\"col\">让它出故障");
        foreach (var (name, title) in Faults.Breakable) Row(body, name, title, faultOf(name));
        body.Append("</table></div><h2>演示人物</h2><div class=\"scroll\"><table><tr><th scope=\"col\">姓名<th scope=\"col\">身份证号码<th scope=\"col\">手机<th scope=\"col\">用来看什么");
        foreach (var (person, zh, _) in people)
            body.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"num\">{person.Name}<td class=\"num\">{person.Number}<td class=\"num\"><a href=\"/sms?mobile={person.Mobile}\">{person.Mobile}</a><td>{Html.Safe(zh)}");
        return Html.Page("外面的世界", body.Append("</table></div>").ToString());
    }

    private static void Row(StringBuilder body, string name, string title, Fault fault)
    {
        var now = Modes.First(m => m.Mode == fault.Mode).Title;
        body.Append(CultureInfo.InvariantCulture, $"<tr><td>{title}<td{(fault.Mode == FaultMode.None ? "" : " class=\"broken\"")}>{now}<td>");
        body.Append(CultureInfo.InvariantCulture, $"<form method=\"post\" action=\"/faults/{name}\"><select name=\"mode\" aria-label=\"{title}的故障\">");
        foreach (var (mode, words) in Modes)
            body.Append(CultureInfo.InvariantCulture, $"<option value=\"{mode}\"{(mode == fault.Mode ? " selected" : "")}>{words}</option>");
        body.Append(CultureInfo.InvariantCulture, $"</select> <label>慢多少毫秒 <input name=\"delayMs\" inputmode=\"numeric\" size=\"5\" value=\"{fault.DelayMs}\"></label> <button>设置</button></form>");
    }
}

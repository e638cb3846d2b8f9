using System.Globalization;
using System.Text;
using Tongban.Sandbox.Firms;
using Tongban.Sandbox.People;

namespace Tongban.Sandbox.Pages;

/// <summary>The demo firms, and who is to represent them.</summary>
internal static class FirmsPage
{
    public static string Show(IEnumerable<Firm> firms, IReadOnlyList<DemoPerson> people)
    {
        var body = new StringBuilder("<p><a href=\"/\">返回</a></p><h1>单位</h1><p>换了法定代表人，登记库马上这样答，直到沙盒重新启动。</p>");
        body.Append("<div class=\"scroll\"><table><tr><th scope=\"col\">名称<th scope=\"col\">统一社会信用代码<th scope=\"col\">状态<th scope=\"col\">法定代表人");
        foreach (var firm in firms)
        {
            body.Append(CultureInfo.InvariantCulture, $"<tr><td>{firm.Name}<td class=\"num\">{firm.Code}<td>{firm.Status}<td>");
            body.Append(CultureInfo.InvariantCulture, $"<form method=\"post\" action=\"/firms\"><input type=\"hidden\" name=\"code\" value=\"{firm.Code}\"><select name=\"number\" aria-label=\"{firm.Name}的法定代表人\">");
            foreach (var (person, _, _) in people)
                body.Append(CultureInfo.InvariantCulture, $"<option value=\"{person.Number}\"{(person.Number == firm.Representative.Number ? " selected" : "")}>{person.Name} {person.Number}</option>");
            body.Append("</select> <button>换成他</button></form>");
        }
        return Html.Page("单位", body.Append("</table></div>").ToString());
    }
}

using System.Globalization;
using System.Text;
using Tongban.Sandbox.People;
using Tongban.Sandbox.RealName;

namespace Tongban.Sandbox.Pages;

/// <summary>What invented people have in their pockets: for registering and recovering.</summary>
internal static class ProofsPage
{
    private static readonly (string Kind, string Title)[] Kinds =
    [
        (Proofs.Mobile, "手机"), (Proofs.SocialSecurityCard, "社会保障卡卡号"), (Proofs.BankCard, "银行卡卡号"),
        (Proofs.ProvidentFund, "公积金账号"), (Proofs.DrivingLicence, "驾驶证档案编号"),
    ];

    public static string Show(IReadOnlyList<DemoPerson> demo, string? number, Person? asked)
    {
        var body = new StringBuilder("<p><a href=\"/\">返回</a></p><h1>人物的证件和账号</h1><p>注册、提高实名等级、找回密码时用。</p>");
        body.Append(CultureInfo.InvariantCulture, $"<form><label>身份证号码 <input name=\"number\" value=\"{Html.Safe(number ?? "")}\"></label> <button>查这个人</button></form>");
        if (number is not null && asked is null) body.Append("<p>没有这个人。</p>");
        body.Append("<div class=\"scroll\"><table><tr><th scope=\"col\">姓名<th scope=\"col\">身份证号码");
        foreach (var (_, title) in Kinds) body.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{title}");
        foreach (var person in asked is null ? demo.Select(d => d.Person) : [asked])
        {
            body.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"num\">{person.Name}<td class=\"num\">{person.Number}");
            var has = Proofs.Of(person);
            foreach (var (kind, _) in Kinds) body.Append(CultureInfo.InvariantCulture, $"<td class=\"num\">{has[kind]}");
        }
        return Html.Page("人物的证件和账号", body.Append("</table></div>").ToString());
    }
}

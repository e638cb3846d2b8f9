using System.Text.RegularExpressions;
using Tongban.Codes;
using Tongban.Hall.Systems.OpenInterface.SignOn;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.OpenInterface.Clients;

/// <summary>What a registration must be like. Addresses are compared letter by letter afterwards, so they are strict here.</summary>
internal static partial class ClientRules
{
    public static Dictionary<string, string> Faults(NewClient asked, bool demo)
    {
        var faults = Faults(asked.Terms, asked.ForStaff, demo);
        if (!Id().IsMatch(asked.Id)) faults["Id"] = L("名字用 3 到 40 个小写字母、数字和短横，字母开头", "3 to 40 small letters, digits and hyphens, a letter first");
        if (!SocialCreditCode.TryParse(asked.Owner, out _, out var problem)) faults["Owner"] = L(problem.Zh, problem.En);
        Require(faults, "OwnerName", asked.OwnerName, 100, L("主管单位的名称", "the authority's name"));
        Require(faults, "NameZh", asked.Name.Zh, 60, L("中文名称", "the Chinese name"));
        Require(faults, "NameEn", asked.Name.En, 100, L("英文名称", "the English name"));
        Require(faults, "WhyZh", asked.Why.Zh, 200, L("中文用途", "the purpose in Chinese"));
        Require(faults, "WhyEn", asked.Why.En, 300, L("英文用途", "the purpose in English"));
        return faults;
    }

    public static Dictionary<string, string> Faults(ClientTerms terms, bool forStaff, bool demo)
    {
        var faults = new Dictionary<string, string>();
        var unknown = terms.Scopes.Where(s => !OAuth.Scopes.ContainsKey(s) && !SignOnScopes.IsOne(s)).ToList();
        if (terms.Scopes.Count == 0) faults["Scopes"] = L("请至少选一项权限", "Choose at least one scope");
        else if (unknown.Count > 0) faults["Scopes"] = L($"没有这项权限：{unknown[0]}", $"There is no scope {unknown[0]}");
        else if (terms.Scopes.Any(SignOnScopes.IsOne) && !terms.Scopes.Contains(SignOnScopes.OpenId))
            faults["Scopes"] = L("要问登录的人，就要有 openid", "To ask about who signs in it needs openid");
        else if (terms.Scopes.FirstOrDefault(s => SignOnScopes.IsOne(s) && !SignOnScopes.Fits(s, forStaff)) is { } wrong)
            faults["Scopes"] = forStaff ? L($"工作人员登录的程序不能有 {wrong}", $"A program for staff cannot have {wrong}") : L($"市民登录的程序不能有 {wrong}", $"A program for citizens cannot have {wrong}");
        if (terms.Scopes.Contains(SignOnScopes.OpenId) && terms.RedirectUris.Count == 0) faults["RedirectUris"] = L("请填写登录后返回的地址", "Give the address to return to after sign-in");
        if (terms.RedirectUris.Any(a => !IsAddress(a, demo))) faults["RedirectUris"] = Strict;
        if (terms.AfterSignOutUris.Any(a => !IsAddress(a, demo))) faults["AfterSignOutUris"] = Strict;
        return faults;
    }

    private static string Strict => L("地址要以 https:// 开头，写全，不带 #、用户名或 *", "An address begins with https://, is complete, and has no #, user name or *");

    /// <summary>Plain http only to this machine, and only in the demo.</summary>
    private static bool IsAddress(string address, bool demo) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.AbsoluteUri == address && uri.Host.Length > 0
        && uri.UserInfo.Length == 0 && !address.Contains('#') && !address.Contains('*') && !address.Contains('\\')
        && (uri.Scheme == Uri.UriSchemeHttps || demo && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback);

    private static void Require(Dictionary<string, string> faults, string field, string value, int most, string what)
    {
        if (string.IsNullOrWhiteSpace(value)) faults[field] = L($"请填写{what}", $"Give {what}");
        else if (value.Length > most) faults[field] = L($"{what}最多 {most} 个字", $"{what}: {most} characters at most");
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{2,39}\\z")]
    private static partial Regex Id();
}

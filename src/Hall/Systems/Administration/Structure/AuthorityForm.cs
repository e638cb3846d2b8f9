using Tongban.Hall.Platform.Regions;
using Tongban.Hall.Services.Identity.Staff;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.Administration.Structure;

/// <summary>What is typed of an authority, at entering and at changing.</summary>
public sealed class AuthorityForm
{
    private const int Longest = 60;

    public string? NameZh { get; set; }
    public string? NameEn { get; set; }

    /// <summary>A code of 12 digits, or a name.</summary>
    public string? Region { get; set; }

    /// <summary>Null: something is wrong, and the errors say what.</summary>
    public AuthorityTerms? Read(RegionTable regions, Dictionary<string, string> errors)
    {
        var (zh, en) = ReadNames(NameZh, NameEn, errors);
        var meant = regions.Meant((Region ?? "").Trim());
        if (meant.Count != 1) errors["Region"] = meant.Count == 0 ? Platform.Outcomes.Refusals.RegionUnknown.Message
            : L($"有 {meant.Count} 个地区叫这个名字，请填代码：", $"{meant.Count} regions have this name; give the code: ") + string.Join(L("、", ", "), meant.Take(6).Select(r => $"{regions.PathOf(r.Code)} {r.Code}"));
        return errors.Count > 0 ? null : new AuthorityTerms { NameZh = zh, NameEn = en, RegionCode = meant[0].Code };
    }

    public static (string Zh, string En) ReadNames(string? zh, string? en, Dictionary<string, string> errors)
    {
        (zh, en) = ((zh ?? "").Trim(), (en ?? "").Trim());
        if (zh.Length is 0 or > Longest) errors["NameZh"] = L($"请填写中文名称，最多 {Longest} 个字", $"Give the Chinese name, at most {Longest} characters");
        if (en.Length is 0 or > 2 * Longest) errors["NameEn"] = L($"请填写英文名称，最多 {2 * Longest} 个字符", $"Give the English name, at most {2 * Longest} characters");
        return (zh, en);
    }

    public static AuthorityForm Of(Authority authority) => new() { NameZh = authority.NameZh, NameEn = authority.NameEn, Region = authority.RegionCode };
}

using System.Globalization;
using Tongban.Sandbox.Firms;
using Tongban.Sandbox.People;

namespace Tongban.Sandbox.Registries;

/// <summary>One authority's register.</summary>
/// <param name="Name">In the address.</param>
/// <param name="Title">For the reader of Chinese.</param>
/// <param name="Fields">What it can tell.</param>
/// <param name="Record">What it tells of a person on a day; null: it has no record of them.</param>
public sealed record Registry(string Name, string Title, IReadOnlyList<string> Fields, Func<Person, DateOnly, Dictionary<string, object?>?> Record)
{
    /// <summary>What it tells of a firm, where it is a register of firms: then it knows no people.</summary>
    public Func<Firm, Dictionary<string, object?>>? OfFirm { get; private init; }

    public static IReadOnlyList<Registry> All { get; } =
    [
        new("population", "人口库（公安）", ["name", "sex", "birthDate", "nation", "mobile", "household", "address", "status"], (p, _) => new()
        {
            ["name"] = p.Name, ["sex"] = p.IsMale ? "男" : "女", ["birthDate"] = Text(p.BirthDate), ["nation"] = p.Nation, ["mobile"] = p.Mobile,
            ["household"] = p.Household, ["address"] = p.Address, ["status"] = p.Moved ? "迁出" : "正常",
        }),
        new("education", "学历库（教育）", ["level", "fullTime", "degree", "school", "graduatedOn", "certificateNumber"], (p, today) =>
            p.Education is not { } e || e.GraduatedOn > today ? null : new()
            {
                ["level"] = e.Level, ["fullTime"] = e.FullTime, ["degree"] = e.Degree, ["school"] = e.School,
                ["graduatedOn"] = Text(e.GraduatedOn), ["certificateNumber"] = e.CertificateNumber,
            }),
        new("settlement", "毕业生接收记录（人社）", ["received", "city", "receivedOn"], (p, today) => p.Settlement is { } s && s.On <= today
            ? new() { ["received"] = true, ["city"] = s.City, ["receivedOn"] = Text(s.On) }
            : new() { ["received"] = false, ["city"] = null, ["receivedOn"] = null }),
        new("criminal", "犯罪记录（公安）", ["result", "certificatesThisYear"], (p, today) => new()
        {
            ["result"] = Minor(p, today) ? "无" : p.Criminal switch { CriminalRecord.None => "无", CriminalRecord.Hit => "有", _ => "待核" },
            ["certificatesThisYear"] = Minor(p, today) ? 0 : p.CertificatesThisYear,
        }),
        new("residence", "居住登记（公安）", ["resident", "since"], (p, today) => p.ResidentSince <= today
            ? new() { ["resident"] = true, ["since"] = Text(p.ResidentSince) }
            : new() { ["resident"] = false, ["since"] = null }),
        new("socialsecurity", "社会保险（人社）", ["months", "lastMonth", "place"], (p, today) =>
            p.SocialInsurance is not { } s || s.LastMonthBy(Earlier(today, p.DiedOn)) is not { } last ? null : new()
            {
                ["months"] = s.MonthsBy(last), ["lastMonth"] = Text(last), ["place"] = s.Place,
            }),
        new("death", "死亡和殡葬登记（民政、卫健）", ["dead", "diedOn"], (p, today) => p.DiedOn <= today
            ? new() { ["dead"] = true, ["diedOn"] = Text(p.DiedOn) }
            : new() { ["dead"] = false, ["diedOn"] = null }),
        new("allowance", "高龄津贴发放记录（民政）", ["receiving", "since", "monthlyYuan"], (p, today) => p.AllowanceSince is { } since && since <= today && !(p.DiedOn <= today)
            ? new() { ["receiving"] = true, ["since"] = Text(since), ["monthlyYuan"] = Rate(p.BirthDate, since) }
            : new() { ["receiving"] = false, ["since"] = null, ["monthlyYuan"] = null }),
        new("business", "商事登记库（市场监管）", ["name", "kind", "status", "region", "address", "establishedOn", "representativeName", "representativeNumber"], (_, _) => null)
        {
            OfFirm = f => new()
            {
                ["name"] = f.Name, ["kind"] = f.Kind, ["status"] = f.Status, ["region"] = f.Region, ["address"] = f.Address, ["establishedOn"] = Text(f.EstablishedOn),
                ["representativeName"] = f.Representative.Name, ["representativeNumber"] = f.Representative.Number,
            },
        },
    ];

    /// <summary>The register of that name; null: there is none.</summary>
    public static Registry? Named(string name) => All.FirstOrDefault(r => r.Name == name);

    /// <summary>Paid at the rate of the age at which it began: nobody has stepped it up yet.</summary>
    private static int Rate(DateOnly born, DateOnly since) =>
        since >= born.AddYears(100) ? 1000 : since >= born.AddYears(90) ? 500 : since >= born.AddYears(80) ? 300 : 200;

    private static bool Minor(Person p, DateOnly today) => p.BirthDate.AddYears(18) > today;

    private static DateOnly Earlier(DateOnly today, DateOnly? died) => died < today ? died.Value : today;

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

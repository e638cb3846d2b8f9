using Tongban.Sandbox.People;

namespace Tongban.Sandbox.Registries;

/// <summary>One authority's register: which fields it can tell about a person.</summary>
public sealed record Registry(string Name, string Title, Func<Person, Dictionary<string, object?>?> Record)
{
    private const string Day = "yyyy-MM-dd";

    public static IReadOnlyList<Registry> All { get; } =
    [
        new("population", "人口库（公安）", p => new()
        {
            ["name"] = p.Name, ["sex"] = p.IsMale ? "男" : "女", ["birthDate"] = Text(p.BirthDate), ["mobile"] = p.Mobile,
            ["household"] = p.Household, ["address"] = p.Address, ["status"] = p.Moved ? "迁出" : "正常",
        }),
        new("education", "学历库（教育）", p => p.Education is not { } e ? null : new()
        {
            ["level"] = e.Level, ["fullTime"] = e.FullTime, ["degree"] = e.Degree, ["school"] = e.School,
            ["graduatedOn"] = Text(e.GraduatedOn), ["certificateNumber"] = e.CertificateNumber,
        }),
        new("settlement", "毕业生接收记录（人社）", p => new()
        {
            ["received"] = p.Settlement is not null, ["city"] = p.Settlement?.City, ["receivedOn"] = Text(p.Settlement?.On),
        }),
        new("criminal", "犯罪记录（公安）", p => new()
        {
            ["result"] = p.Criminal switch { CriminalRecord.None => "无", CriminalRecord.Hit => "有", _ => "待核" },
            ["certificatesThisYear"] = p.CertificatesThisYear,
        }),
        new("residence", "居住登记（公安）", p => new() { ["resident"] = p.ResidentSince is not null, ["since"] = Text(p.ResidentSince) }),
        new("socialsecurity", "社会保险（人社）", p => p.SocialInsurance is not { } s ? null : new()
        {
            ["months"] = s.Months, ["lastMonth"] = Text(s.LastMonth), ["place"] = s.Place,
        }),
        new("death", "死亡和殡葬登记（民政、卫健）", p => new() { ["dead"] = p.DiedOn is not null, ["diedOn"] = Text(p.DiedOn) }),
        new("allowance", "高龄津贴发放记录（民政）", p => new()
        {
            ["receiving"] = p.AllowanceSince is not null, ["since"] = Text(p.AllowanceSince), ["monthlyYuan"] = Rate(p),
        }),
    ];

    /// <summary>Paid at the rate of the age at which it began: nobody has stepped it up yet.</summary>
    private static int? Rate(Person p) => p.AllowanceSince is not { } since ? null
        : since >= p.BirthDate.AddYears(100) ? 1000
        : since >= p.BirthDate.AddYears(90) ? 500
        : since >= p.BirthDate.AddYears(80) ? 300
        : 200;

    private static string? Text(DateOnly? day) => day?.ToString(Day, System.Globalization.CultureInfo.InvariantCulture);
}

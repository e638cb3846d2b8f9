using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Systems.Catalogue;

/// <summary>A theme or an event of life under which services are found.</summary>
public sealed record Theme(string Code, Text Name, Text Examples, string Icon);

/// <summary>The themes of the home page (国办函〔2016〕108号 names the ways to classify).</summary>
public static class ThemeList
{
    public static IReadOnlyList<Theme> Person { get; } =
    [
        new("birth", new("生育收养", "Birth and adoption"), new("出生登记、生育津贴", "Birth registration, maternity allowance"), "baby"),
        new("household", new("户籍身份", "Household and identity"), new("落户、身份证、居住证", "Settling, identity card, residence permit"), "id-card"),
        new("education", new("教育就学", "Education"), new("入学、学历、资助", "Schools, degrees, grants"), "graduation-cap"),
        new("employment", new("就业创业", "Work"), new("毕业生接收、补贴、人才引进", "Graduates, subsidies, talent"), "briefcase"),
        new("insurance", new("社保医保", "Social and medical insurance"), new("参保、转移、报销", "Joining, moving, reimbursement"), "shield-check"),
        new("housing", new("住房不动产", "Housing"), new("公积金、房产登记", "Housing fund, land register"), "house"),
        new("health", new("医疗卫生", "Health"), new("就医备案、健康证", "Treatment elsewhere, health certificate"), "heart-pulse"),
        new("transport", new("交通出行", "Transport"), new("驾驶证、车辆、网约车", "Licences, vehicles, ride-hailing"), "car"),
        new("elderly", new("养老助残", "Old age and disability"), new("高龄津贴、残疾人证", "Old-age allowance, disability card"), "heart-handshake"),
        new("certificates", new("证明办理", "Certificates"), new("无犯罪记录、亲属关系", "No criminal record, kinship"), "file-check-2"),
        new("travel", new("出境入境", "Travel abroad"), new("护照、港澳通行证", "Passport, Hong Kong and Macau permit"), "plane"),
        new("social-assistance", new("社会救助", "Assistance"), new("低保、临时救助", "Minimum income, emergency help"), "hand-coins"),
    ];

    public static IReadOnlyList<Theme> LifeEvents { get; } =
    [
        new("graduation", new("毕业了", "Finishing studies"), new("接收、落户", "Reception, settling"), "graduation-cap"),
        new("finding-work", new("找工作", "Finding work"), new("证明、补贴", "Certificates, subsidies"), "briefcase"),
        new("moving-in", new("搬来深圳", "Moving to Shenzhen"), new("落户、居住证", "Settling, residence permit"), "map-pin"),
        new("going-abroad", new("出国出境", "Going abroad"), new("证明、护照", "Certificates, passport"), "plane"),
        new("growing-old", new("变老了", "Growing old"), new("津贴、养老金", "Allowance, pension"), "heart-handshake"),
    ];

    public static Theme? Find(string? code) => Person.Concat(LifeEvents).FirstOrDefault(t => t.Code == code);
}

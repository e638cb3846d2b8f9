using Tongban.LicenceDocuments.Pdf;
using Tongban.LicenceDocuments.Signing;

namespace Tongban.LicenceDocuments.Tests.Support;

/// <summary>Documents of an invented authority about an invented person.</summary>
internal static class Samples
{
    public const string Authority = "示例市人力资源和社会保障局", AuthorityCode = "11440300007542689J";

    public static readonly DateTimeOffset At = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);

    public static readonly SealKey Key = SealKey.CreateSelfSigned(Authority, AuthorityCode, At.AddDays(-1), At.AddYears(5));

    public static readonly DocumentContent Licence = new()
    {
        Kind = DocumentKind.Licence,
        Title = "应届毕业生接收确认书",
        Number = "深004证〔2026〕000123号",
        Authority = Authority,
        AuthorityCode = AuthorityCode,
        IssuedOn = new(2026, 11, 23),
        Holder = "林晓雯",
        HolderNumber = "**************0261",
        CaseNumber = "440300004202611230000017",
        Identifier = LicenceIdentifier.Create("11440300007542689J004", AuthorityCode, "0042026000123", 1).ToString(),
        ValidFrom = new(2026, 11, 23),
        ValidTo = new(2027, 11, 22),
        Paragraphs = ["经核验，持证人符合规定的条件，予以接收。二〇二六年。"],
        Rows = [new("毕业学校", "岭南示例大学"), new("学历", "全日制本科"), new("专业", "计算机科学与技术"), new("接收单位", "示例市南山区示例软件技术有限公司")],
        Notes = ["持证人凭本确认书办理落户、档案转递和社会保险手续。"],
        VerifyUrl = "https://tongban.example/verify?n=0042026000123",
        Data = new Dictionary<string, string> { ["学历"] = "本科", ["level"] = "本科" },
    };

    public static readonly DocumentContent Decision = Licence with
    {
        Kind = DocumentKind.Decision,
        Title = "准予决定书",
        Number = "深004决〔2026〕000123号",
        Identifier = null,
        ValidFrom = null,
        ValidTo = null,
        Paragraphs =
        [
            "您提出的“应届毕业生接收”申请，本机关已经受理。经审查，您符合规定的条件，决定准予。",
            "本决定由系统按照公布的规则自动作出，所用的规则和数据列在下面。您有权要求说明，也可以要求由工作人员重新审查。",
        ],
        Rows =
        [
            new("理由", "您是全日制普通高等学校应届毕业生，毕业时间在两年以内，未曾办理过接收手续，年龄不满 35 周岁，符合直接接收条件。"),
            new("规则", "第 3 条，规则版本 3f2a91bc04de"),
            new("学历信息", "2026-11-23 14:00 核对"),
        ],
        Notes = ["您对本决定不服的，可以自收到之日起六十日内申请行政复议，或者自收到之日起六个月内提起行政诉讼。"],
    };

    public static readonly byte[] Pdf = DocumentPdf.Render(Licence, Key, At);
}

using System.Globalization;
using Tongban.Codes;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Services.Licences;
using Tongban.LicenceDocuments;

namespace Tongban.Hall.Cases;

/// <summary>What the documents of a case say. The law names them; each bears number, date and seal.</summary>
public sealed class CaseDocuments(Documents documents, PublicAddress address)
{
    /// <summary>What every document of one case repeats.</summary>
    public sealed record Facts(ServicePackage Package, string CaseNumber, string QueryCode, string Holder, string HolderNumber, DateOnly Today);

    /// <summary>收件凭证: what was handed in, and when the authority must answer.</summary>
    public async Task<DocumentContent> ReceiptAsync(Facts facts, IReadOnlyList<CaseFile> files, DateOnly answerBy) => (await NoticeAsync(facts, DocumentKind.Receipt, "材料接收凭证", "收")) with
    {
        Paragraphs =
        [
            $"您于 {Day(facts.Today)} 提出的“{facts.Package.Name.Zh}”申请及材料，本机关已经收到。",
            $"本机关将在 {Day(answerBy)} 前告诉您是否受理。逾期没有告知的，自今天起即为受理。",
        ],
        Rows =
        [
            new("查询码", facts.QueryCode),
            new("申请表", "在线填写，1 份"),
            .. files.Select(f => new DocumentRow(facts.Package.Material(f.Material)?.Name.Zh ?? f.Material, $"{f.Name}，复印件 1 份")),
            .. facts.Package.Registries.Select(r => new DocumentRow(r.Title.Zh, "由系统核对，免交")),
        ],
        Notes = ["依据：《中华人民共和国行政许可法》第三十二条。", $"查询进度：{address.Of("track")}，凭办件编号和查询码。咨询和投诉：12345。"],
    };

    /// <summary>受理通知书: the start of the clock, in writing (行政许可法 art. 32).</summary>
    public async Task<DocumentContent> AcceptanceAsync(Facts facts, DateOnly statutory, DateOnly promised) => (await NoticeAsync(facts, DocumentKind.Acceptance, "受理通知书", "受")) with
    {
        Paragraphs =
        [
            $"您提出的“{facts.Package.Name.Zh}”申请，材料齐全，符合法定形式，本机关决定于 {Day(facts.Today)} 受理。",
            $"承诺办结日期为 {Day(promised)}，法定办结日期为 {Day(statutory)}。",
        ],
        Notes = ["依据：《中华人民共和国行政许可法》第三十二条第一款第五项。"],
    };

    /// <summary>准予决定书, with its reasons and the remedies.</summary>
    public async Task<DocumentContent> DecisionAsync(Facts facts, IReadOnlyList<DocumentRow> reasons) => (await NoticeAsync(facts, DocumentKind.Decision, "准予决定书", "决")) with
    {
        Paragraphs =
        [
            $"您提出的“{facts.Package.Name.Zh}”申请，本机关已经受理。经审查，您符合规定的条件，决定准予。",
            "本决定由系统按照公布的规则自动作出，所用的规则和数据列在下面。您有权要求说明，也可以要求由工作人员重新审查。",
        ],
        Rows = reasons,
        Notes =
        [
            LegalBasis(facts.Package),
            .. facts.Package.Remedies.Select(r => r.Zh),
        ],
    };

    /// <summary>The result: a licence or certificate with its identifier.</summary>
    public async Task<DocumentContent> ResultAsync(Facts facts, IReadOnlyList<DocumentRow> rows, IReadOnlyDictionary<string, string> data, DateOnly? validTo)
    {
        var package = facts.Package;
        var number = await documents.NumberAsync(package.Authority.Uscc, package.Authority.Serial, "证");
        var identifier = LicenceIdentifier.Create(
            package.Result.LicenceType ?? package.Authority.Uscc + package.Authority.Serial, package.Authority.Uscc,
            string.Concat(number.Where(char.IsAsciiDigit)), 1).ToString();
        return new DocumentContent
        {
            Kind = DocumentKind.Licence,
            Title = package.Result.Name.Zh,
            Number = number,
            Authority = package.Authority.Name.Zh,
            AuthorityCode = package.Authority.Uscc,
            IssuedOn = facts.Today,
            Holder = facts.Holder,
            HolderNumber = facts.HolderNumber,
            CaseNumber = facts.CaseNumber,
            Identifier = identifier,
            ValidFrom = facts.Today,
            ValidTo = validTo,
            Rows = rows,
            Notes = [LegalBasis(package)],
            Data = data,
            VerifyUrl = address.Of($"verify?n={Uri.EscapeDataString(identifier)}"),
        };
    }

    private async Task<DocumentContent> NoticeAsync(Facts facts, DocumentKind kind, string title, string letter)
    {
        var authority = facts.Package.Authority;
        var number = await documents.NumberAsync(authority.Uscc, authority.Serial, letter);
        return new DocumentContent
        {
            Kind = kind,
            Title = title,
            Number = number,
            Authority = authority.Name.Zh,
            AuthorityCode = authority.Uscc,
            IssuedOn = facts.Today,
            Holder = facts.Holder,
            HolderNumber = facts.HolderNumber,
            CaseNumber = facts.CaseNumber,
            VerifyUrl = address.Of($"verify?n={Uri.EscapeDataString(number)}"),
        };
    }

    private static string LegalBasis(ServicePackage package) =>
        "依据：" + string.Join("；", package.LegalBasis.Select(b => b.Law.Zh + (b.Article is null ? "" : b.Article.Zh))) + "。";

    /// <summary>A day as documents write it.</summary>
    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year} 年 {day.Month} 月 {day.Day} 日");
}

using Tongban.Hall.Cases.Clock;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Packages.Rules;
using Tongban.Hall.Platform.Regions;
using Tongban.Hall.Services.Identity.Privacy;
using Tongban.Hall.Services.Licences;
using Tongban.Hall.Services.Notices;
using Tongban.LicenceDocuments;

namespace Tongban.Hall.Cases;

/// <summary>The documents and the message that a submission gives rise to, sealed and ready to be kept.</summary>
public sealed record Letters
{
    public required IssuedDocument Receipt { get; init; }
    public IssuedDocument? Acceptance { get; init; }
    public IssuedDocument? Decision { get; init; }
    public IssuedDocument? Result { get; init; }
    public Licence? Licence { get; init; }
    public required Message Message { get; init; }
    public required DateOnly AnswerBy { get; init; }
    public required DateOnly StatutoryDueOn { get; init; }
    public required DateOnly PromisedDueOn { get; init; }

    public void AddTo(HallDb writing, DateTimeOffset now)
    {
        foreach (var document in new[] { Receipt, Acceptance, Decision, Result })
            if (document is not null) writing.Add(document);
        if (Licence is not null) writing.Add(Licence);
        Notices.Send(writing, Message, now);
    }
}

/// <summary>Writes and seals them, before anything is committed.</summary>
public sealed class CaseLetters(CaseDocuments texts, Documents documents, Consents consents, WorkingDayCalendar calendar, RegionTable regions)
{
    // 行政许可法 art. 32(4): one notice of what is missing, within five working days.
    private const int DaysToAnswer = 5;

    public async Task<Letters> WriteAsync(HandedIn handedIn, Judgement judged)
    {
        var (package, today) = (handedIn.Package, handedIn.Today);
        var facts = new CaseDocuments.Facts(package, handedIn.Number, handedIn.QueryCode,
            handedIn.Grounds.Applicant.Name, handedIn.Grounds.Applicant.ShownNumber, today);
        var letters = new Letters
        {
            AnswerBy = calendar.AddWorkingDays(today, DaysToAnswer),
            StatutoryDueOn = calendar.AddWorkingDays(today, package.Limits.Statutory.Days),
            PromisedDueOn = calendar.AddWorkingDays(today, package.Limits.Promised.Days),
            Receipt = Seal(handedIn, await texts.ReceiptAsync(facts, handedIn.Files, calendar.AddWorkingDays(today, DaysToAnswer))),
            Message = MessageOf(handedIn, judged, await consents.HoldsAsync(handedIn.Draft.ApplicantId, ConsentPurpose.Sms)),
        };
        return judged.Granted ? await GrantAsync(letters, handedIn, judged, facts) : letters;
    }

    private async Task<Letters> GrantAsync(Letters letters, HandedIn handedIn, Judgement judged, CaseDocuments.Facts facts)
    {
        var package = handedIn.Package;
        var result = PackageResult.Of(package, handedIn.Grounds, judged.Rules.Outputs);
        var content = await texts.ResultAsync(facts, Rows(result), result.Fields.ToDictionary(f => f.Id, f => f.Value), result.ValidUntil);
        var document = Seal(handedIn, content);
        return letters with
        {
            Acceptance = Seal(handedIn, await texts.AcceptanceAsync(facts, letters.StatutoryDueOn, letters.PromisedDueOn)),
            Decision = Seal(handedIn, await texts.DecisionAsync(facts, Reasons(judged.Rules))),
            Result = document,
            Licence = new Licence
            {
                Identifier = content.Identifier!,
                DocumentId = document.Id,
                CaseId = handedIn.Draft.Id,
                HolderId = handedIn.Draft.ApplicantId,
                ItemId = package.Id,
                NameZh = package.Result.Name.Zh,
                NameEn = package.Result.Name.En,
                Number = content.Number,
                Authority = package.Authority.Name.Zh,
                ValidFrom = handedIn.Today,
                ValidTo = result.ValidUntil,
            },
        };
    }

    private IssuedDocument Seal(HandedIn handedIn, DocumentContent content) =>
        documents.Seal(content, handedIn.Draft.Id, handedIn.Draft.ApplicantId);

    // Name and number stand in the document's fixed part already.
    private List<DocumentRow> Rows(PackageResult result) =>
        [.. result.Fields.Where(f => f.Id is not ("姓名" or "证件号码") && f.Value.Length > 0).Select(f => new DocumentRow(f.Label.Zh, Readable(f.Value)))];

    // People read names of regions and dates; the data part keeps code and ISO date.
    private string Readable(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) ? CaseDocuments.Day(day)
        : regions.Find(value) is not null ? regions.PathOf(value)
        : value;

    private static List<DocumentRow> Reasons(RuleOutcome rules) =>
    [
        .. rules.Reasons.Select(r => new DocumentRow("理由", r.Text.Zh)),
        .. rules.Reasons.Where(r => r.Basis is not null).Select(r => new DocumentRow("依据", r.Basis!.Zh)),
        new("规则", $"第 {rules.RuleNumber} 条，规则版本 {rules.PackageVersion[..12]}"),
        .. rules.Facts.Where(f => f.AsOf is not null).Select(f => new DocumentRow(f.Title.Zh, FormattableString.Invariant($"{f.AsOf!.Value.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm} 核对"))),
    ];

    private static Message MessageOf(HandedIn handedIn, Judgement judged, bool sms)
    {
        var (package, number) = (handedIn.Package, handedIn.Number);
        return new Message
        {
            Id = Ids.Next(handedIn.At),
            AccountId = handedIn.Draft.ApplicantId,
            CaseId = handedIn.Draft.Id,
            At = handedIn.At,
            Mobile = sms ? handedIn.Grounds.Applicant.Mobile : null,
            TitleZh = judged.Granted ? $"{package.Name.Zh}：已准予" : $"{package.Name.Zh}：已收到，由工作人员办",
            TitleEn = judged.Granted ? $"{package.Name.En}: granted" : $"{package.Name.En}: received, a person decides",
            BodyZh = judged.Granted
                ? $"您的办件 {number} 已准予，电子证照可以下载。"
                : $"您的办件 {number} 已收到，由工作人员办理，{package.Limits.Promised.Days} 个工作日内答复。",
            BodyEn = judged.Granted
                ? $"Your case {number} is granted; the electronic document can be downloaded."
                : $"Your case {number} was received. A person decides and answers within {package.Limits.Promised.Days} working days.",
        };
    }
}

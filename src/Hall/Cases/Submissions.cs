using Microsoft.EntityFrameworkCore;
using Tongban.Codes;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Forms;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Sm;

namespace Tongban.Hall.Cases;

public sealed record SubmitOptions
{
    public required Guid CaseId { get; init; }
    public required Guid ApplicantId { get; init; }

    /// <summary>The version that was shown.</summary>
    public required int Version { get; init; }

    /// <summary>SM3 of what was shown.</summary>
    public required string ShownHash { get; init; }

    /// <summary>The same key never hands in twice.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>个人信息保护法 art. 24: let a person decide, not the rules.</summary>
    public bool AskPerson { get; init; }
}

/// <summary>收件: the applicant hands in exactly what was shown. Where the rules grant, acceptance, decision and licence
/// follow in the same commit; in every other case a person decides.</summary>
public sealed class Submissions(
    PackageStore packages, Applications applications, ShownPages pages, Assurances assurances, CaseLetters letters, GroupCommit commit, Serials serials, CityTime time)
{
    public async Task<Outcome<Case>> SubmitAsync(SubmitOptions options, Proceeding proceeding)
    {
        if (options.IdempotencyKey.Length == 0) return Refusals.KeyMissing;
        if (await applications.FindAsync(options.CaseId, options.ApplicantId) is not { } draft || packages.Find(draft.ItemId) is not { } package) return Refusals.CaseUnknown;
        if (draft.State != CaseState.Draft) return await AgainAsync(draft, options);
        if (draft.Version != options.Version) return Refusals.DraftStale;
        var shown = await pages.OfAsync(package, draft);
        if (shown.Errors.Count > 0) return Refusals.Invalid(shown.Errors.DistinctBy(e => e.Field).ToDictionary(e => e.Field, e => e.Text.ToString()));
        if (shown.Hash != options.ShownHash) return Refusals.ShownDiffers;
        if (await assurances.RefuseAsync(package.Assurance.ToSubmit, draft.ApplicantId, proceeding) is { } tooLow) return tooLow;
        var number = await NumberAsync(package);
        var handedIn = new HandedIn(shown, number, QueryCode.New(), options, proceeding.At, time.Now, time.Today);
        var judged = InstantApproval.Judge(handedIn);
        var letter = await letters.WriteAsync(handedIn, judged);
        return await commit.RunAsync(proceeding, writing => HandInAsync(writing, handedIn, judged, letter));
    }

    private static async Task<Outcome<Case>> HandInAsync(HallDb writing, HandedIn handedIn, Judgement judged, Letters letters)
    {
        var options = handedIn.Options;
        var found = await writing.Set<Case>().AsTracking().SingleAsync(c => c.Id == options.CaseId);
        if (writing.Forbids(MandateActions.Submit, found.ItemId) is { } refusal) return refusal;
        if (found.State != CaseState.Draft) return found;
        if (found.Version != options.Version) return Refusals.DraftStale;
        if (found.FilesVersion != handedIn.Draft.FilesVersion) return Refusals.ShownDiffers;
        found.Number = handedIn.Number;
        found.QueryCode = handedIn.QueryCode;
        found.PackageVersion = handedIn.Package.Version.Hash;
        found.Answers = CanonicalAnswers.Write(handedIn.Grounds.Answers);
        found.State = judged.Granted ? CaseState.Closed : CaseState.Submitted;
        found.Closing = judged.Granted ? ClosingCode.Granted : null;
        found.ChangedAt = handedIn.At;
        found.Version++;
        writing.Add(new Submission
        {
            CaseId = found.Id,
            At = handedIn.BegunAt,
            ReceivedOn = handedIn.Today,
            Answers = found.Answers,
            Facts = handedIn.Shown.Facts().ToJsonString(Notary.Json),
            ShownHash = options.ShownHash,
            IdempotencyKey = Key(options),
            AcceptanceDueOn = letters.AnswerBy,
        });
        writing.Record(new CaseSubmitted(found.Id, handedIn.Number, options.ShownHash, letters.Receipt.Number));
        if (judged.Granted) InstantApproval.Grant(writing, handedIn, judged, letters);
        else InstantApproval.Refer(writing, handedIn, judged);
        letters.AddTo(writing, handedIn.At);
        return found;
    }

    // A second press, a retry after a broken line: the same answer as the first time.
    private async Task<Outcome<Case>> AgainAsync(Case submitted, SubmitOptions options) =>
        await applications.SubmittedWithAsync(submitted.Id, Key(options)) ? submitted : Refusals.CaseSubmitted;

    // A hash: a client's key may be long, and two applicants or two cases may bear the same one.
    private static string Key(SubmitOptions options) =>
        Sm3.Hex($"{options.ApplicantId} {options.CaseId} {options.IdempotencyKey}");

    private async Task<string> NumberAsync(ServicePackage package)
    {
        var (region, serial, today) = (package.Authority.Region[..6], package.Authority.Serial, time.Today);
        return CaseNumber.Create(region, serial, today, await serials.NextAsync(FormattableString.Invariant($"case:{region}{serial}:{today:yyyyMMdd}")));
    }
}

/// <summary>All that a submission brings with it, fixed before anything is written.</summary>
public sealed record HandedIn(
    ShownPage Shown, string Number, string QueryCode, SubmitOptions Options, DateTimeOffset BegunAt, DateTimeOffset At, DateOnly Today)
{
    public Case Draft => Shown.Case;
    public ServicePackage Package => Shown.Package;
    public Grounds Grounds => Shown.Grounds;
    public IReadOnlyList<CaseFile> Files => Shown.Files;
}

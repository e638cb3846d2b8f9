using Tongban.Hall.Cases;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Forms;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Systems.OpenInterface.Contract;
using Tongban.Hall.Services.Identity.Privacy;

namespace Tongban.Hall.Systems.OpenInterface.V1;

internal static class CasesApi
{
    public static void MapCases(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("cases").RequireAuthorization("cases");
        cases.MapPost("/", BeginAsync).WithName("CreateCase").WithSummary("新建办件草稿，查询登记库 · Begin a case and look up the registers")
            .Takes<NewCase>().Once().Answers<CaseView>(201).Refuses(Refusals.ItemUnknown, Refusals.ApplicantUnknown, Refusals.LevelTooLow, Refusals.NotServed);
        cases.MapGet("/{id:guid}", ReadAsync).WithName("GetCase").WithSummary("读办件，含版本和所见内容的散列 · Read a case with version and shown hash")
            .Answers<CaseView>().Refuses(Refusals.CaseUnknown);
        cases.MapPost("/{id:guid}/submit", SubmitAsync).WithName("SubmitCase").WithSummary("提交读到的内容 · Submit what was read")
            .Takes<SubmitCase>().Once().Answers<SubmittedCase>()
            .Refuses(Refusals.CaseUnknown, Refusals.DraftStale, Refusals.ShownDiffers, Refusals.CaseSubmitted, Refusals.LevelTooLow, Refusals.Invalid(new Dictionary<string, string>()));
    }

    private static async Task<ApiAnswer> BeginAsync(Sent<NewCase> sent, HttpRequest http, PackageStore packages, Applicants applicants, Applications applications, Assurances assurances, CaseGrounds grounds, Consents consents, CaseReading reading, Request request, CancellationToken stop)
    {
        var asked = sent.Value;
        if (packages.Find(asked.Item) is not { } package) return ApiAnswer.Of(Refusals.ItemUnknown);
        if (await applicants.FindAsync(asked.Applicant) is not { } applicant) return ApiAnswer.Of(Refusals.ApplicantUnknown);
        if (await assurances.RefuseAsync(package.Assurance.Apply, applicant, request.Proceeding()) is { } tooLow) return ApiAnswer.Of(tooLow);
        // Named by the key: a request that is sent again goes on with the draft that was begun, wherever it broke off.
        var begun = await applications.BeginAsync(new BeginOptions
        {
            Id = Ids.Named($"{IdempotencyKey.Of(http, request.Actor).Value} {sent.Hash}"), Package = package, ApplicantId = applicant,
        }, request.Proceeding());
        if (begun is not { Ok: true, Value: var draft }) return ApiAnswer.Of(begun.Refusal!);
        await grounds.RefreshAsync(package, draft, await consents.LookUpsAsync(applicant), TimeSpan.Zero, request.Proceeding(), stop);
        var known = Prefill.Start(package, (await grounds.ForPrefillAsync(package, draft)) with { Answers = asked.Answers?.DeepClone().AsObject() ?? [] });
        // Stale on the second time, when the first has saved it.
        await applications.SaveAsync(new SaveOptions { CaseId = draft.Id, ApplicantId = applicant, Version = 0, Section = "api", Answers = known }, request.Proceeding());
        return ApiAnswer.Created(await reading.ViewAsync(draft.Id, applicant));
    }

    private static async Task<ApiAnswer> ReadAsync(Guid id, Applicants applicants, CaseReading reading) =>
        await applicants.OfCaseAsync(id) is { } owner ? ApiAnswer.Ok(await reading.ViewAsync(id, owner)) : ApiAnswer.Of(Refusals.CaseUnknown);

    private static async Task<ApiAnswer> SubmitAsync(Guid id, Sent<SubmitCase> sent, HttpRequest http, Applicants applicants, Submissions submissions, CaseReading reading, Request request)
    {
        if (await applicants.OfCaseAsync(id) is not { } owner) return ApiAnswer.Of(Refusals.CaseUnknown);
        var asked = sent.Value;
        var outcome = await submissions.SubmitAsync(new SubmitOptions
        {
            CaseId = id, ApplicantId = owner, Version = asked.Version, ShownHash = asked.ShownHash, AskPerson = asked.AskPerson,
            IdempotencyKey = http.Headers[IdempotencyKey.Header].ToString(),
        }, request.Proceeding());
        return outcome.Ok ? ApiAnswer.Ok(await reading.SubmittedAsync(id, owner)) : ApiAnswer.Of(outcome.Refusal);
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tongban.Codes;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Forms;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Exchange;
using Tongban.Hall.Services.Supervision.Ledger;

namespace Tongban.Hall.Systems.OpenInterface.V1;

/// <summary>What a client sends to begin a case.</summary>
/// <param name="Item">The service's id.</param>
/// <param name="Applicant">Citizen number of the applicant.</param>
/// <param name="Answers">Field id to value.</param>
public sealed record NewCase(string Item, string Applicant, JsonObject? Answers);

/// <param name="Version">The version that was read.</param>
/// <param name="ShownHash">The hash that was read with it.</param>
/// <param name="AskPerson">Let a person decide.</param>
public sealed record SubmitCase(int Version, string ShownHash, bool AskPerson = false);

internal static class CasesApi
{
    public static void MapCases(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("cases").RequireAuthorization("cases");
        cases.MapPost("/", BeginAsync).Once().WithName("CreateCase").WithSummary("新建办件草稿，查询登记库 Begin a case and look up the registers").Accepts<NewCase>("application/json");
        cases.MapGet("/{id:guid}", ReadAsync).WithName("GetCase").WithSummary("读办件，含版本和所见内容的散列 Read a case with version and shown hash");
        cases.MapPost("/{id:guid}/submit", SubmitAsync).Once().WithName("SubmitCase").WithSummary("提交 Submit what was read").Accepts<SubmitCase>("application/json");
        cases.MapGet("/{number}/progress", ProgressAsync).WithName("GetProgress").WithSummary("凭编号和查询码查进度 Progress by number and query code");
        api.MapGet("/lookups", LookupsAsync).WithTags("lookups").RequireAuthorization("lookups").WithName("ListLookups").WithSummary("查过申请人的哪些数据 Look-ups made about an applicant");
    }

    private static async Task<ApiAnswer> BeginAsync(HttpRequest http, PackageStore packages, Applicants applicants, Applications applications, CaseGrounds grounds, Request request, CancellationToken stop)
    {
        if (await BodyAsync<NewCase>(http) is not { Item: not null, Applicant: not null } asked) return ApiAnswer.Of(Refusals.BodyUnreadable);
        if (packages.Find(asked.Item) is not { } package) return ApiAnswer.Of(Refusals.ItemUnknown);
        if (await applicants.FindAsync(asked.Applicant) is not { } applicant) return ApiAnswer.Of(Refusals.ApplicantUnknown);
        var draft = await applications.BeginAsync(new BeginOptions { Package = package, ApplicantId = applicant }, request.Proceeding());
        await grounds.RefreshAsync(package, draft.Id, applicant, NeededFor.Both, TimeSpan.Zero, request.Proceeding(), stop);
        var known = Prefill.Start(package, (await grounds.OfAsync(package, draft)) with { Answers = asked.Answers?.DeepClone().AsObject() ?? [] });
        await applications.SaveAsync(new SaveOptions { CaseId = draft.Id, ApplicantId = applicant, Version = 0, Section = "api", Answers = known }, request.Proceeding());
        return await ViewAsync(draft.Id, applicant, packages, applications, grounds, 201);
    }

    private static async Task<ApiAnswer> ReadAsync(Guid id, PackageStore packages, Applicants applicants, Applications applications, CaseGrounds grounds, HallDb db) =>
        await OwnerAsync(id, applicants, db) is { } owner ? await ViewAsync(id, owner, packages, applications, grounds, 200) : ApiAnswer.Of(Refusals.CaseUnknown);

    private static async Task<ApiAnswer> SubmitAsync(Guid id, HttpRequest http, Applicants applicants, Submissions submissions, PublicLedger ledger, CaseFiles files, HallDb db, Request request)
    {
        if (await BodyAsync<SubmitCase>(http) is not { ShownHash: not null } asked) return ApiAnswer.Of(Refusals.BodyUnreadable);
        if (await OwnerAsync(id, applicants, db) is not { } owner) return ApiAnswer.Of(Refusals.CaseUnknown);
        var outcome = await submissions.SubmitAsync(new SubmitOptions
        {
            CaseId = id, ApplicantId = owner, Version = asked.Version, ShownHash = asked.ShownHash, AskPerson = asked.AskPerson, IdempotencyKey = http.Headers["Idempotency-Key"].ToString(),
        }, request.Proceeding());
        if (!outcome.Ok) return ApiAnswer.Of(outcome.Refusal);
        var dossier = (await files.OfApplicantAsync(id, owner))!;
        var receipt = await ledger.ReceiptAsync(id, dossier.Case.Number!);
        return ApiAnswer.Ok(new
        {
            id, dossier.Case.Number, dossier.Case.QueryCode, state = dossier.Case.State.ToString(), granted = dossier.Decision?.Granted == true,
            reasons = dossier.Rules?.Reasons.Select(r => new { r.Text, r.Basis, r.Advice }), licence = dossier.Licence?.Identifier,
            documents = dossier.Documents.Select(d => new { kind = d.Kind.ToString(), d.Number }), receipt = JsonNode.Parse(receipt.ToJson()),
        });
    }

    private static async Task<ApiAnswer> ProgressAsync(string number, string? code, CaseFiles files) =>
        await files.ByNumberAsync(number, QueryCode.Normalise(code)) is { } dossier
            ? ApiAnswer.Ok(new
            {
                dossier.Case.Number, state = dossier.Case.State.ToString(), granted = dossier.Decision?.Granted, dueOn = dossier.Acceptance?.PromisedDueOn,
                answerBy = dossier.Submission?.AcceptanceDueOn, steps = dossier.Proceedings.Select(p => new { p.Event, p.At }),
            })
            : ApiAnswer.Of(Refusals.CaseUnknown);

    private static async Task<ApiAnswer> LookupsAsync(string applicant, Applicants applicants, Exchange exchange) =>
        await applicants.FindAsync(applicant) is { } account
            ? ApiAnswer.Ok(new
            {
                lookups = (await exchange.AboutAsync(account)).Select(l => new { l.Registry, purpose = new { zh = l.PurposeZh, en = l.PurposeEn }, fields = l.Fields.Split(','), l.At, status = l.Status.ToString() }),
            })
            : ApiAnswer.Of(Refusals.ApplicantUnknown);

    private static async Task<ApiAnswer> ViewAsync(Guid id, Guid owner, PackageStore packages, Applications applications, CaseGrounds caseGrounds, int status)
    {
        var found = (await applications.FindAsync(id, owner))!;
        var package = packages.Find(found.ItemId)!;
        var grounds = await caseGrounds.OfAsync(package, found);
        var check = FormCheck.Run(package, grounds);
        var shown = ShownPage.Text(package, found, check.Answers, grounds, await applications.FilesAsync(id));
        return ApiAnswer.Ok(new
        {
            found.Id, item = found.ItemId, state = found.State.ToString(), found.Number, found.Version, shownHash = ShownPage.Hash(shown),
            answers = check.Answers, facts = ShownPage.Facts(grounds), errors = check.Errors.DistinctBy(e => e.Field).ToDictionary(e => e.Field, e => e.Text),
        }) with { Status = status };
    }

    private static async Task<Guid?> OwnerAsync(Guid id, Applicants applicants, HallDb db) =>
        await db.Set<Case>().Where(c => c.Id == id).Select(c => (Guid?)c.ApplicantId).SingleOrDefaultAsync() is { } owner && await applicants.HasAsync(owner) ? owner : null;

    private static async Task<T?> BodyAsync<T>(HttpRequest http) where T : class
    {
        try
        {
            http.Body.Position = 0;
            return await JsonSerializer.DeserializeAsync<T>(http.Body, Notary.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

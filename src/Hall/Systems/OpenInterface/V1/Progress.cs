using System.ComponentModel;
using Tongban.Codes;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Systems.OpenInterface.Contract;

namespace Tongban.Hall.Systems.OpenInterface.V1;

public sealed record Progress(
    string Number, CaseState State, bool? Granted,
    [property: Description("承诺办结的日子，受理以后才有 · The promised day, once accepted")] DateOnly? DueOn,
    [property: Description("到这天没有答复就算受理 · Not told anything by then, the case counts as accepted")] DateOnly? AnswerBy,
    IReadOnlyList<StepTaken> Steps);

public sealed record StepTaken(string Event, DateTimeOffset At);

internal static class ProgressApi
{
    public static void MapProgress(this RouteGroupBuilder api) => api.MapGet("/cases/{number}/progress", ReadAsync)
        .WithTags("cases").RequireAuthorization("cases").RequireRateLimiting(RateLimits.Guessing)
        .WithName("GetProgress").WithSummary("凭编号和查询码查进度 · Progress by number and query code")
        .Answers<Progress>().Refuses(Refusals.CaseUnknown, Refusals.TooMany);

    private static async Task<ApiAnswer> ReadAsync(string number, string? code, CaseFiles files) =>
        await files.ByNumberAsync(number, QueryCode.Normalise(code)) is { } found
            ? ApiAnswer.Ok(new Progress(
                found.Case.Number!, found.Case.State, found.Decision?.Granted, found.Acceptance?.PromisedDueOn, found.Submission?.AcceptanceDueOn,
                [.. found.Proceedings.Select(p => new StepTaken(p.Event, p.At))]))
            : ApiAnswer.Of(Refusals.CaseUnknown);
}

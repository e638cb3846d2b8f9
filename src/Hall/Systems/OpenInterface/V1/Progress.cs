using Tongban.Codes;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Systems.OpenInterface.Description;

namespace Tongban.Hall.Systems.OpenInterface.V1;

/// <param name="DueOn">The promised day, once accepted.</param>
/// <param name="AnswerBy">Not told anything by then, the case counts as accepted.</param>
public sealed record Progress(string Number, CaseState State, bool? Granted, DateOnly? DueOn, DateOnly? AnswerBy, IReadOnlyList<StepTaken> Steps);

public sealed record StepTaken(string Event, DateTimeOffset At);

internal static class ProgressApi
{
    public static void MapProgress(this RouteGroupBuilder api) => api.MapGet("/cases/{number}/progress", ReadAsync)
        .WithTags("cases").RequireAuthorization("cases").RequireRateLimiting(RateLimits.Guessing)
        .WithName("GetProgress").WithSummary("凭编号和查询码查进度 Progress by number and query code")
        .Answers<Progress>().Refuses(Refusals.CaseUnknown, Refusals.TooMany);

    private static async Task<ApiAnswer> ReadAsync(string number, string? code, CaseFiles files) =>
        await files.ByNumberAsync(number, QueryCode.Normalise(code)) is { } found
            ? ApiAnswer.Ok(new Progress(
                found.Case.Number!, found.Case.State, found.Decision?.Granted, found.Acceptance?.PromisedDueOn, found.Submission?.AcceptanceDueOn,
                [.. found.Proceedings.Select(p => new StepTaken(p.Event, p.At))]))
            : ApiAnswer.Of(Refusals.CaseUnknown);
}

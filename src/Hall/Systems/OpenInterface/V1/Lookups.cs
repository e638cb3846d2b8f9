using System.ComponentModel;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Services.Exchange;
using Tongban.Hall.Systems.OpenInterface.Contract;

namespace Tongban.Hall.Systems.OpenInterface.V1;

public sealed record LookupSearch([property: Description("申请人的公民身份号码 · Citizen number of the applicant")] string Applicant);

public sealed record LookupList(IReadOnlyList<LookupView> Lookups);

public sealed record LookupView(
    string Registry, Text Purpose,
    [property: Description("要了哪些 · What was asked for")] IReadOnlyList<string> Fields,
    DateTimeOffset At, LookupStatus Status)
{
    public static LookupView Of(Lookup l) => new(l.Registry, new(l.PurposeZh, l.PurposeEn), l.Fields.Split(','), l.At, l.Status);
}

internal static class LookupsApi
{
    // A POST that changes nothing: a citizen number has no place in an address, which ends up in logs.
    public static void MapLookups(this RouteGroupBuilder api) => api.MapPost("/lookups/search", SearchAsync)
        .WithTags("lookups").RequireAuthorization("lookups")
        .WithName("SearchLookups").WithSummary("查过申请人的哪些数据 · Look-ups made about an applicant")
        .Takes<LookupSearch>().Answers<LookupList>().Refuses(Refusals.ApplicantUnknown);

    private static async Task<ApiAnswer> SearchAsync(Sent<LookupSearch> sent, Applicants applicants, Exchange exchange) =>
        await applicants.FindAsync(sent.Value.Applicant) is { } account
            ? ApiAnswer.Ok(new LookupList([.. (await exchange.AboutAsync(account)).Select(LookupView.Of)]))
            : ApiAnswer.Of(Refusals.ApplicantUnknown);
}

using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Services.Exchange;
using Tongban.Hall.Systems.OpenInterface.Description;

namespace Tongban.Hall.Systems.OpenInterface.V1;

/// <param name="Applicant">Citizen number of the applicant.</param>
public sealed record LookupSearch(string Applicant);

public sealed record LookupList(IReadOnlyList<LookupView> Lookups);

/// <param name="Fields">What was asked for.</param>
public sealed record LookupView(string Registry, Text Purpose, IReadOnlyList<string> Fields, DateTimeOffset At, LookupStatus Status)
{
    public static LookupView Of(Lookup l) => new(l.Registry, new(l.PurposeZh, l.PurposeEn), l.Fields.Split(','), l.At, l.Status);
}

internal static class LookupsApi
{
    // A POST that changes nothing: a citizen number has no place in an address, which ends up in logs.
    public static void MapLookups(this RouteGroupBuilder api) => api.MapPost("/lookups/search", SearchAsync)
        .WithTags("lookups").RequireAuthorization("lookups")
        .WithName("SearchLookups").WithSummary("查过申请人的哪些数据 Look-ups made about an applicant")
        .Takes<LookupSearch>().Answers<LookupList>().Refuses(Refusals.ApplicantUnknown);

    private static async Task<ApiAnswer> SearchAsync(Sent<LookupSearch> sent, Applicants applicants, Exchange exchange) =>
        await applicants.FindAsync(sent.Value.Applicant) is { } account
            ? ApiAnswer.Ok(new LookupList([.. (await exchange.AboutAsync(account)).Select(LookupView.Of)]))
            : ApiAnswer.Of(Refusals.ApplicantUnknown);
}

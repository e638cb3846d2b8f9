using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages.Rules;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Licences;

namespace Tongban.Hall.Cases;

/// <summary>The file of one case: everything that belongs to it, for whoever may see it.</summary>
public sealed record CaseDossier
{
    public required Case Case { get; init; }
    public Submission? Submission { get; init; }
    public Acceptance? Acceptance { get; init; }
    public Decision? Decision { get; init; }
    public Referral? Referral { get; init; }
    public Rating? Rating { get; init; }
    public Licence? Licence { get; init; }
    public required IReadOnlyList<IssuedDocument> Documents { get; init; }
    public required IReadOnlyList<ProceedingEntry> Proceedings { get; init; }

    /// <summary>Names of those who acted for the applicant, by account.</summary>
    public IReadOnlyDictionary<string, string> Agents { get; init; } = new Dictionary<string, string>();

    /// <summary>What the rules made of it.</summary>
    public RuleOutcome? Rules => InstantApproval.Read(Decision?.Explanation ?? Referral?.Reasons);
}

/// <summary>Reads cases, always through who may see them.</summary>
public sealed class CaseFiles(HallDb db, GroupCommit commit)
{
    public async Task<CaseDossier?> OfApplicantAsync(Guid caseId, Party applicant)
    {
        if (await db.CasesOf(applicant).SingleOrDefaultAsync(c => c.Id == caseId) is not { } found) return null;
        var dossier = await OpenAsync(found);
        // Who may only fill in sees how it goes, not what came of it.
        return applicant.Covers(MandateActions.Results, found.ItemId) ? dossier : dossier with { Decision = null, Licence = null, Documents = [] };
    }

    /// <summary>For whoever holds number and query code. A wrong code is as unknown as a wrong number.</summary>
    public async Task<CaseDossier?> ByNumberAsync(string number, string queryCode) =>
        await db.Set<Case>().SingleOrDefaultAsync(c => c.Number == number) is { QueryCode: { } code } found
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(queryCode)) ? await OpenAsync(found) : null;

    /// <summary>One rating for each closed case, by its applicant.</summary>
    public Task<Outcome<Rating>> RateAsync(Guid caseId, Guid applicantId, int level, string? comment, Proceeding proceeding) => commit.RunAsync<Outcome<Rating>>(proceeding, async writing =>
    {
        if (level is < 1 or > 5) return Refusals.RatingLevel;
        var found = await writing.Set<Case>().SingleOrDefaultAsync(c => c.Id == caseId && c.ApplicantId == applicantId);
        if (found is null) return Refusals.CaseUnknown;
        if (writing.Forbids(MandateActions.Results, found.ItemId) is { } refusal) return refusal;
        if (found.State != CaseState.Closed || await writing.Set<Rating>().AnyAsync(r => r.CaseId == caseId)) return Refusals.RatingClosed;
        var rating = new Rating { CaseId = caseId, Level = level, Comment = Shorten(comment), At = proceeding.At };
        writing.Add(rating);
        writing.Record(new CaseRated(caseId, level));
        return rating;
    });

    private async Task<CaseDossier> OpenAsync(Case found)
    {
        var dossier = await ReadAsync(found);
        var agents = dossier.Proceedings.Where(p => p is { PartyId: not null, ActorKind: ActorKind.Citizen }).Select(p => Guid.Parse(p.ActorId)).Distinct().ToList();
        return agents.Count == 0 ? dossier : dossier with { Agents = (await db.Set<Account>().Where(a => agents.Contains(a.Id)).ToListAsync()).ToDictionary(a => a.Id.ToString(), a => a.Name) };
    }

    private async Task<CaseDossier> ReadAsync(Case found) => new()
    {
        Case = found,
        Submission = await db.Set<Submission>().SingleOrDefaultAsync(s => s.CaseId == found.Id),
        Acceptance = await db.Set<Acceptance>().SingleOrDefaultAsync(a => a.CaseId == found.Id),
        Decision = await db.Set<Decision>().SingleOrDefaultAsync(d => d.CaseId == found.Id),
        Referral = await db.Set<Referral>().SingleOrDefaultAsync(r => r.CaseId == found.Id),
        Rating = await db.Set<Rating>().SingleOrDefaultAsync(r => r.CaseId == found.Id),
        Licence = await db.Set<Licence>().SingleOrDefaultAsync(l => l.CaseId == found.Id),
        Documents = await db.Set<IssuedDocument>().Where(d => d.CaseId == found.Id).OrderBy(d => d.Id).ToListAsync(),
        Proceedings = await db.Set<ProceedingEntry>().Where(p => p.CaseId == found.Id).OrderBy(p => p.Id).ToListAsync(),
    };

    private static string? Shorten(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim() is { Length: > 500 } t ? t[..500] : text.Trim();
}

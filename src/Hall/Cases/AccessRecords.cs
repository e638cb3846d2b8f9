using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Staff;

namespace Tongban.Hall.Cases;

/// <summary>Who of the staff looks: in which session, from which office.</summary>
public sealed record Onlooker(Guid SessionId, Guid MemberId, Guid OfficeId);

/// <summary>Somebody looked at a person's case.</summary>
public sealed record Look(DateTimeOffset At, AccessKind Kind, string? Reason, string CaseNumber, Office Office, Authority Authority);

/// <summary>Records who reads what: once for each session and case, and once more when personal data is shown in clear.</summary>
public sealed class AccessRecords(GroupCommit commit, HallDb db, CityTime time)
{
    public async Task<bool> IsUnmaskedAsync(Onlooker who, Guid caseId) =>
        await db.Set<AccessRecord>().AnyAsync(r => r.SessionId == who.SessionId && r.CaseId == caseId && r.Kind == AccessKind.Unmasked);

    /// <summary>The case was opened. Nothing of it is shown before this is kept.</summary>
    public async Task ReadAsync(Onlooker who, Case read, Proceeding proceeding)
    {
        if (await db.Set<AccessRecord>().AnyAsync(r => r.SessionId == who.SessionId && r.CaseId == read.Id && r.Kind == AccessKind.Read)) return;
        await AddAsync(who, read, AccessKind.Read, null, new CaseRead(read.Id, who.SessionId), proceeding);
    }

    /// <summary>Personal data of this case is shown in clear for the rest of the session, for this reason.</summary>
    public async Task<Outcome<bool>> UnmaskAsync(Onlooker who, Case read, string? reason, Proceeding proceeding)
    {
        reason = (reason ?? "").Trim();
        if (reason.Length is < 4 or > 200) return Refusals.UnmaskReason;
        await AddAsync(who, read, AccessKind.Unmasked, reason, new PersonalDataUnmasked(read.Id, who.SessionId, reason), proceeding with { Reason = reason });
        return true;
    }

    /// <summary>Every look of staff at a party's cases, newest first.</summary>
    public async Task<IReadOnlyList<Look>> AboutAsync(Guid partyId, int most = 200)
    {
        var looks = await (
            from record in db.Set<AccessRecord>()
            where record.PartyId == partyId
            join office in db.Set<Office>() on record.OfficeId equals office.Id
            join authority in db.Set<Authority>() on office.AuthorityUscc equals authority.Uscc
            join seen in db.Set<Case>() on record.CaseId equals seen.Id
            orderby record.At descending
            select new { record, office, authority, seen.Number }).Take(most).ToListAsync();
        return looks.ConvertAll(l => new Look(l.record.At, l.record.Kind, l.record.Reason, l.Number!, l.office, l.authority));
    }

    private Task AddAsync(Onlooker who, Case read, AccessKind kind, string? reason, IEvent what, Proceeding proceeding)
    {
        var id = Ids.Next(time.Now);
        return commit.RunAsync(proceeding, async writing =>
        {
            if (await writing.Set<AccessRecord>().AnyAsync(r => r.SessionId == who.SessionId && r.CaseId == read.Id && r.Kind == kind)) return;
            writing.Add(new AccessRecord
            {
                Id = id, PartyId = read.ApplicantId, CaseId = read.Id, SessionId = who.SessionId, MemberId = who.MemberId, OfficeId = who.OfficeId,
                At = proceeding.At, Kind = kind, Reason = reason,
            });
            writing.Record(what);
        });
    }
}

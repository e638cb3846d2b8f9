using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Mandates;

namespace Tongban.Hall.Services.Identity.Organisations;

/// <summary>Once a day the register is asked who represents the organisation now.</summary>
public sealed record CheckOrganisation(Guid OrganisationId) : IJob;

/// <summary>Binds organisations to the people whom the register names, and follows it: who is named no longer represents no longer.</summary>
public sealed class Organisations(GroupCommit commit, HallDb db, BusinessRegister register, CityTime time)
{
    /// <summary>How old the register's word may be for somebody to begin acting by it.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromHours(24);

    /// <summary>Between two questions of the daily round.</summary>
    public static readonly TimeSpan CheckEvery = TimeSpan.FromHours(20);

    private static readonly Text Binding = new("核对谁是这个单位的法定代表人", "To check who represents this body");

    public Task<Organisation?> FindAsync(Guid id) => db.Set<Organisation>().SingleOrDefaultAsync(o => o.Id == id);

    /// <summary>绑定: the person says that he represents the organisation; the register decides.</summary>
    /// <param name="uscc">GB 32100, normalised.</param>
    public async Task<Outcome<Mandate>> BindAsync(string uscc, Account person, Proceeding proceeding)
    {
        if (person.RealNameLevel < RealNameLevel.Checked) return Refusals.LevelTooLow;
        var known = await db.Set<Organisation>().SingleOrDefaultAsync(o => o.Uscc == uscc);
        var (id, mandateId) = (known?.Id ?? Ids.Next(time.Now), Ids.Next(time.Now));
        var told = await register.AskAsync(uscc, id, Binding, proceeding);
        if (!told.Ok) return told.Refusal;
        var record = told.Value;
        var represents = record.RepresentativeNumber == person.CitizenNumber && record.RepresentativeName == person.Name;
        if (known is null && (record.Ended || !represents)) return record.Ended ? Refusals.FirmEnded : Refusals.NotRepresentative;
        return await commit.RunAsync<Outcome<Mandate>>(proceeding, async writing =>
        {
            var body = await FollowAsync(writing, id, uscc, record);
            if (record.Ended || !represents) return record.Ended ? Refusals.FirmEnded : Refusals.NotRepresentative;
            var before = await writing.Set<Mandate>().SingleOrDefaultAsync(m => m.PartyId == body && m.AgentId == person.Id && m.Kind == MandateKind.LegalRepresentative && m.State == MandateState.Active);
            if (before is not null) return before;
            var mandate = new Mandate
            {
                Id = mandateId, PartyId = body, PartyKind = PartyKind.Organisation, AgentId = person.Id, AgentName = person.Name, AgentNumber = person.CitizenNumber,
                Kind = MandateKind.LegalRepresentative, State = MandateState.Active, Actions = MandateActions.All, Items = "", From = time.Today, TextHash = "",
                OfferedAt = proceeding.At, AnsweredAt = proceeding.At,
            };
            writing.Add(mandate);
            writing.Record(new MandateEntered(mandateId, body, mandate.Kind.ToString()));
            return mandate;
        });
    }

    /// <summary>Asks the register again, where its word has become too old.</summary>
    /// <returns>Null: it was asked, or its word is fresh enough.</returns>
    public async Task<Refusal?> CheckAsync(Guid id, TimeSpan freshFor, Proceeding proceeding)
    {
        if (await FindAsync(id) is not { Ended: false } body || time.Now - body.CheckedAt <= freshFor) return null;
        var told = await register.AskAsync(body.Uscc, id, new Text("核对单位的登记有没有变", "To see whether the registration has changed"), proceeding);
        if (!told.Ok && told.Refusal == Refusals.ProviderDown) return told.Refusal;
        // What the register no longer knows has ended.
        var record = told.Ok ? told.Value : new BusinessRecord(body.Name, body.Kind, "", body.RegionCode, "", "");
        await commit.RunAsync(proceeding, writing => FollowAsync(writing, id, body.Uscc, record));
        return null;
    }

    // One step: what the register says, and the end of every mandate that it no longer bears.
    private async Task<Guid> FollowAsync(HallDb writing, Guid id, string uscc, BusinessRecord record)
    {
        var body = await writing.Set<Organisation>().AsTracking().SingleOrDefaultAsync(o => o.Uscc == uscc);
        if (body is null)
        {
            writing.Add(body = new Organisation { Id = id, Uscc = uscc, Name = record.Name, Kind = record.Kind, RegionCode = record.Region });
            writing.Enqueue(new CheckOrganisation(id), time.Now, CheckEvery);
        }
        (body.Name, body.Kind, body.RegionCode, body.Ended, body.CheckedAt) = (record.Name, record.Kind, record.Region, record.Ended, time.Now);
        body.Version++;
        writing.Record(new OrganisationChecked(body.Id, uscc, record.Ended));
        var living = await writing.Set<Mandate>().AsTracking().Where(m => m.PartyId == body.Id && (m.State == MandateState.Active || m.State == MandateState.Offered)).ToListAsync();
        var over = living.Where(m => record.Ended || m.Kind == MandateKind.LegalRepresentative && (m.AgentNumber != record.RepresentativeNumber || m.AgentName != record.RepresentativeName)).ToList();
        if (over.Count == 0) return body.Id;
        var why = record.Ended ? MandateEnd.BodyEnded : MandateEnd.Succession;
        foreach (var mandate in over)
        {
            mandate.End(why, time.Now);
            if (mandate.AgentId is { } agent) writing.Enqueue(new TellOwner(agent, OwnerNews.MandateEnded, mandate.Id), time.Now);
        }
        writing.Record(new MandatesEnded(over.ConvertAll(m => m.Id), why.ToString()));
        return body.Id;
    }
}

public sealed class CheckOrganisationHandler(Organisations organisations, GroupCommit commit, CityTime time) : IJobHandler<CheckOrganisation>
{
    // The register did not answer.
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    public async Task HandleAsync(CheckOrganisation job, Guid jobId, CancellationToken stop)
    {
        var proceeding = new Proceeding(Actor.System("organisations"), time.Now);
        var silent = await organisations.CheckAsync(job.OrganisationId, Organisations.CheckEvery / 2, proceeding) is not null;
        if (await organisations.FindAsync(job.OrganisationId) is not { Ended: false }) return;
        // The next round, once, also where this one is done twice.
        await commit.RunAsync(proceeding, async writing =>
        {
            var waiting = await writing.Set<Job>().Where(j => j.Kind == nameof(CheckOrganisation) && j.State == JobState.Waiting && j.Id != jobId && j.Payload.Contains(job.OrganisationId.ToString())).AnyAsync();
            if (!waiting) writing.Enqueue(job, time.Now, silent ? Soon : Organisations.CheckEvery);
        });
    }
}

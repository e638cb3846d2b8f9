using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Organisations;

namespace Tongban.Hall.Services.Identity.Mandates;

/// <summary>For whom a session acts, as the page's head says it.</summary>
/// <param name="PartyNumber">Full of an organisation, masked of a person.</param>
public sealed record Acting(Mandate Mandate, string PartyName, string PartyNumber);

/// <summary>Whether a mandate holds, asked at each request and again inside each step.</summary>
public sealed class Representation(HallDb db, CityTime time)
{
    /// <summary>Null: it does not hold today, or is not this person's.</summary>
    public async Task<Acting?> FindAsync(Guid mandateId, Guid agentId) =>
        await db.Set<Mandate>().SingleOrDefaultAsync(m => m.Id == mandateId && m.AgentId == agentId) is { } mandate && mandate.HoldsOn(time.Today) ? await NamedAsync(mandate) : null;

    /// <summary>All that the person may act by today.</summary>
    public async Task<IReadOnlyList<Acting>> OfAsync(Guid agentId)
    {
        var all = await db.Set<Mandate>().Where(m => m.AgentId == agentId && m.State == MandateState.Active).OrderBy(m => m.Id).ToListAsync();
        var acting = new List<Acting>();
        foreach (var mandate in all.Where(m => m.HoldsOn(time.Today))) acting.Add(await NamedAsync(mandate));
        return acting;
    }

    public async Task<(string Name, string Number)> NameAsync(Guid partyId, PartyKind kind)
    {
        if (kind == PartyKind.Organisation && await db.Set<Organisation>().SingleAsync(o => o.Id == partyId) is var body) return (body.Name, body.Uscc);
        var person = await db.Set<Account>().SingleAsync(a => a.Id == partyId);
        return (person.Name, person.CitizenNumber);
    }

    /// <summary>The guard of <see cref="GroupCommit"/>. What it reads stays as it is until the commit: on PostgreSQL by a lock that lets
    /// others read and act, but not end the mandate; SQLite has one writer.</summary>
    internal static async Task<Outcome<Party>> GuardAsync(HallDb writing, Proceeding proceeding, DateOnly today)
    {
        var behalf = proceeding.For!;
        var rows = writing.Database.IsNpgsql()
            ? writing.Set<Mandate>().FromSql($"select * from mandates where id = {behalf.MandateId} for share")
            : writing.Set<Mandate>().Where(m => m.Id == behalf.MandateId);
        var mandate = await rows.AsNoTracking().SingleOrDefaultAsync();
        return mandate is not null && mandate.HoldsOn(today) && mandate.PartyId == behalf.PartyId && mandate.AgentId?.ToString() == proceeding.Actor.Id
            ? mandate.Party : Refusals.MandateOver;
    }

    private async Task<Acting> NamedAsync(Mandate mandate)
    {
        var (name, number) = await NameAsync(mandate.PartyId, mandate.PartyKind);
        return new Acting(mandate, name, MandateText.Masked(mandate.PartyKind, number));
    }
}

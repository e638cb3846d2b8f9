using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Organisations;

namespace Tongban.Hall.Services.Identity.Mandates;

/// <summary>切换身份: for whom a session acts from now on.</summary>
public sealed class Actings(GroupCommit commit, HallDb db, Organisations.Organisations organisations, CityTime time)
{
    /// <param name="mandateId">Null: for himself again.</param>
    public async Task<Outcome<Mandate?>> SwitchAsync(Guid sessionId, Guid accountId, Guid? mandateId)
    {
        var proceeding = new Proceeding(new Actor(ActorKind.Citizen, accountId.ToString()), time.Now);
        // Who represents a firm may have changed: the register is asked before anybody acts by an old word.
        if (await db.Set<Mandate>().SingleOrDefaultAsync(m => m.Id == mandateId && m.AgentId == accountId && m.PartyKind == PartyKind.Organisation) is { } asked
            && await organisations.CheckAsync(asked.PartyId, Organisations.Organisations.FreshFor, proceeding) is { } silent) return silent;
        return await commit.RunAsync<Outcome<Mandate?>>(proceeding, async writing =>
        {
            var mandate = mandateId is null ? null : await writing.Set<Mandate>().SingleOrDefaultAsync(m => m.Id == mandateId && m.AgentId == accountId);
            if (mandateId is not null && mandate is null) return Refusals.MandateUnknown;
            if (mandate?.HoldsOn(time.Today) == false) return Refusals.MandateOver;
            var session = await writing.Set<Session>().AsTracking().SingleAsync(s => s.Id == sessionId && s.AccountId == accountId);
            if (session.MandateId == mandateId) return mandate;
            session.MandateId = mandateId;
            writing.Record(new ActsFor(accountId, sessionId, mandate?.PartyId, mandateId));
            return mandate;
        });
    }
}

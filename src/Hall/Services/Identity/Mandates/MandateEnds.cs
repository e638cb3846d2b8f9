using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Services.Identity.Mandates;

/// <summary>What ends mandates without anybody asking for it.</summary>
internal static class MandateEnds
{
    /// <summary>A closed account neither acts nor lets act.</summary>
    public static async Task OfClosedAsync(HallDb writing, Guid accountId, DateTimeOffset now)
    {
        var living = await writing.Set<Mandate>().AsTracking()
            .Where(m => (m.PartyId == accountId || m.AgentId == accountId) && (m.State == MandateState.Active || m.State == MandateState.Offered)).ToListAsync();
        // What was offered and never accepted is no mandate: nothing of the person stays in it.
        if (await writing.Set<Account>().SingleOrDefaultAsync(a => a.Id == accountId) is { } person)
        {
            var index = writing.IndexOf<Mandate>(nameof(Mandate.AgentIndex), person.CitizenNumber);
            var offers = await writing.Set<Mandate>().AsTracking().Where(m => m.AgentIndex == index && m.AgentId == null).ToListAsync();
            offers.ForEach(m => (m.AgentName, m.AgentNumber, m.Version) = ("", "", m.Version + 1));
            living = [.. living.Union(offers)];
        }
        if (living.Count == 0) return;
        foreach (var mandate in living.Where(m => m.State is MandateState.Active or MandateState.Offered)) mandate.End(MandateEnd.AccountClosed, now);
        writing.Record(new MandatesEnded(living.ConvertAll(m => m.Id), MandateEnd.AccountClosed.ToString()));
    }
}

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
        if (living.Count == 0) return;
        living.ForEach(m => m.End(MandateEnd.AccountClosed, now));
        writing.Record(new MandatesEnded(living.ConvertAll(m => m.Id), MandateEnd.AccountClosed.ToString()));
    }
}

using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Privacy;

/// <summary>What closing the account comes to for one kind of rows.</summary>
public sealed record ClosingLine(Text What, int Going, int Kept, Duty? Duty);

/// <summary>注销: asked for by the person, called off by signing in, refused while anything is under way.</summary>
public sealed class AccountClosings(GroupCommit commit, HallDb db, IEnumerable<PersonalRows> tables, IEnumerable<ClosingHindrance> hindrances, CityTime time)
{
    /// <summary>What stands in the way now.</summary>
    public Task<IReadOnlyList<Text>> HindrancesAsync(Guid accountId) => HindrancesAsync(hindrances, db, accountId);

    /// <summary>What will be erased and what is kept, and why.</summary>
    public async Task<IReadOnlyList<ClosingLine>> PreviewAsync(Guid accountId)
    {
        var lines = new List<ClosingLine>();
        foreach (var table in tables.OrderBy(t => t.Group))
        {
            var (going, kept) = await table.CountAsync(db, accountId);
            if (going + kept > 0) lines.Add(new ClosingLine(table.What, going, kept, table.Kept));
        }
        return lines;
    }

    /// <summary>The account can be used no more; unless its owner signs in before, it is erased when the cooling-off is over.</summary>
    public Task<Outcome<AccountClosing>> AskAsync(Guid accountId, Proceeding proceeding) => commit.RunAsync<Outcome<AccountClosing>>(proceeding, async writing =>
    {
        if (await writing.Set<AccountClosing>().SingleOrDefaultAsync(c => c.AccountId == accountId && c.EndedAt == null) is { } before) return before;
        if ((await HindrancesAsync(hindrances, writing, accountId)).Count > 0) return Refusals.ClosingUnderWay;
        var now = time.Now;
        var closing = new AccountClosing { Id = Ids.Next(now), AccountId = accountId, AskedAt = now, DueAt = now + AccountClosing.CoolingOff };
        writing.Add(closing);
        foreach (var session in await writing.Set<Session>().AsTracking().Where(s => s.AccountId == accountId && s.EndedAt == null).ToListAsync()) session.EndedAt = now;
        writing.Record(new ClosingAsked(accountId, closing.Id, closing.DueAt));
        writing.Enqueue(new EraseAccount(closing.Id), now, AccountClosing.CoolingOff);
        return closing;
    });

    /// <summary>Part of signing in: whoever comes back stays.</summary>
    public static async Task CallOffAsync(HallDb writing, Guid accountId, DateTimeOffset now)
    {
        if (await writing.Set<AccountClosing>().AsTracking().SingleOrDefaultAsync(c => c.AccountId == accountId && c.EndedAt == null) is not { } closing) return;
        (closing.State, closing.EndedAt) = (ClosingState.CalledOff, now);
        closing.Version++;
        writing.Record(new ClosingCalledOff(accountId, closing.Id));
    }

    internal static async Task<IReadOnlyList<Text>> HindrancesAsync(IEnumerable<ClosingHindrance> hindrances, HallDb db, Guid accountId)
    {
        var found = new List<Text>();
        foreach (var hindrance in hindrances) found.AddRange(await hindrance.FindAsync(db, accountId));
        return found;
    }
}

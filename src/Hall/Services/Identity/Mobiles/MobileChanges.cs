using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Mobiles;

/// <summary>换手机号: the new one is confirmed by a code, then waits three days, in which the holder of the old one can stop it.</summary>
public sealed class MobileChanges(GroupCommit commit, HallDb db, CityTime time)
{
    public static readonly TimeSpan Wait = TimeSpan.FromDays(3);

    /// <summary>The change that waits.</summary>
    public async Task<MobileChange?> WaitingAsync(Guid accountId) =>
        await db.Set<MobileChange>().FirstOrDefaultAsync(c => c.AccountId == accountId && c.ConfirmedAt != null && c.StoppedAt == null && c.DoneAt == null);

    public Task<MobileChange?> FindAsync(Guid id) => db.Set<MobileChange>().SingleOrDefaultAsync(c => c.Id == id);

    /// <summary>For whoever has the link.</summary>
    public Task<MobileChange?> ByStopKeyAsync(string key) => db.Set<MobileChange>().SingleOrDefaultAsync(c => c.StopKey == key);

    /// <summary>Asked for; a code goes to the new mobile.</summary>
    public Task<MobileChange> AskAsync(Account account, string mobile, Proceeding proceeding) => commit.RunAsync(proceeding, writing =>
    {
        var change = new MobileChange
        {
            Id = Ids.Next(time.Now), AccountId = account.Id, Mobile = mobile, Former = account.PhoneNumber ?? "", AskedAt = time.Now,
            StopKey = RandomNumberGenerator.GetHexString(32, lowercase: true),
        };
        writing.Add(change);
        writing.Record(new MobileChangeAsked(account.Id, change.Id));
        return Task.FromResult(change);
    });

    /// <summary>The code came back: the waiting begins. A change that waited before is over.</summary>
    public Task ConfirmAsync(Guid accountId, Guid id, Proceeding proceeding) => commit.RunAsync(proceeding, async writing =>
    {
        var all = await writing.Set<MobileChange>().AsTracking().Where(c => c.AccountId == accountId && c.StoppedAt == null && c.DoneAt == null).ToListAsync();
        if (all.SingleOrDefault(c => c.Id == id) is not { ConfirmedAt: null } change) return;
        foreach (var other in all.Where(c => c.Waits)) Stop(writing, other);
        (change.ConfirmedAt, change.DueAt) = (time.Now, time.Now + Wait);
        change.Version++;
        writing.Record(new MobileChangeConfirmed(accountId, id));
        writing.Enqueue(new TellOwner(accountId, OwnerNews.MobileChanging, id), time.Now);
        writing.Enqueue(new ChangeMobile(id), time.Now, Wait);
    });

    /// <summary>By the owner, or by whoever holds the old mobile: it was not he, so all sessions end too.</summary>
    public Task StopAsync(Guid id, bool endSessions, Proceeding proceeding) => commit.RunAsync(proceeding, async writing =>
    {
        if (await writing.Set<MobileChange>().AsTracking().SingleOrDefaultAsync(c => c.Id == id) is not { Waits: true } change) return;
        if (endSessions) await Sessions.EndAsync(writing, change.AccountId, _ => true, time.Now);
        Stop(writing, change);
        writing.Enqueue(new TellOwner(change.AccountId, OwnerNews.MobileChangeStopped), time.Now);
    });

    /// <summary>The waiting is over: may be asked for twice.</summary>
    public Task CompleteAsync(Guid id, Proceeding proceeding) => commit.RunAsync(proceeding, async writing =>
    {
        if (await writing.Set<MobileChange>().AsTracking().SingleOrDefaultAsync(c => c.Id == id) is not { Waits: true } change || change.DueAt > time.Now) return;
        var account = await writing.Set<Account>().AsTracking().SingleAsync(a => a.Id == change.AccountId);
        (account.PhoneNumber, account.PhoneNumberConfirmed) = (change.Mobile, true);
        account.ConcurrencyStamp = Ids.Next(time.Now).ToString("N");
        change.DoneAt = time.Now;
        change.Version++;
        writing.Record(new MobileChanged(account.Id, id));
        writing.Enqueue(new TellOwner(account.Id, OwnerNews.MobileChanged, id), time.Now);
    });

    private void Stop(HallDb writing, MobileChange change)
    {
        change.StoppedAt = time.Now;
        change.Version++;
        writing.Record(new MobileChangeStopped(change.AccountId, change.Id));
    }
}

public sealed class ChangeMobileHandler(MobileChanges changes, CityTime time) : IJobHandler<ChangeMobile>
{
    public Task HandleAsync(ChangeMobile job, Guid jobId, CancellationToken stop) =>
        changes.CompleteAsync(job.ChangeId, new Proceeding(Actor.System("mobile-change"), time.Now));
}

using Microsoft.EntityFrameworkCore;
using Tongban.Codes;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Passkeys;
using Tongban.Hall.Services.Identity.Privacy;

namespace Tongban.Hall.Services.Identity.Upstream;

/// <summary>Whose account it is when a provider vouches for somebody. The first time by name and number, both checked on both sides;
/// afterwards by the provider's name for the person.</summary>
public sealed class Bindings(GroupCommit commit, HallDb db, CityTime time)
{
    /// <summary>The account, bound or opened now if need be.</summary>
    public Task<Outcome<Account>> ArriveAsync(Vouched vouched) => commit.RunAsync<Outcome<Account>>(new Proceeding(Actor.System("upstream"), time.Now), async writing =>
    {
        var number = CitizenNumber.TryParse(vouched.CitizenNumber, time.Today, out var parsed, out _) ? parsed.Value : null;
        if (await writing.Set<Binding>().SingleOrDefaultAsync(b => b.Issuer == vouched.Issuer && b.Subject == vouched.Subject) is { } bound)
        {
            if (bound.EndedAt is not null) return Refusals.UpstreamEnded;
            var known = await writing.Set<Account>().SingleAsync(a => a.Id == bound.AccountId);
            return vouched.CitizenNumber is null || number == known.CitizenNumber ? known : Refusals.UpstreamDiffers;
        }
        if (number is null || string.IsNullOrWhiteSpace(vouched.Name) || vouched.Level is not { } level || level < RealNameLevel.Checked) return Refusals.UpstreamUnchecked;
        var found = await People.ByNumberAsync(writing, number);
        if (found is not null && await HindranceAsync(writing, found, vouched) is { } refusal) return refusal;
        var account = found ?? Open(writing, vouched.Name.Trim(), number, level);
        writing.Add(new Binding { Issuer = vouched.Issuer, Subject = vouched.Subject, AccountId = account.Id, BoundAt = time.Now, Version = 1 });
        writing.Record(new ProviderBound(account.Id, vouched.Issuer));
        if (found is not null) writing.Enqueue(new TellOwner(account.Id, OwnerNews.ProviderBound), time.Now);
        return account;
    });

    public async Task<IReadOnlyList<Binding>> OfAsync(Guid accountId) =>
        await db.Set<Binding>().Where(b => b.AccountId == accountId).OrderBy(b => b.BoundAt).ToListAsync();

    /// <summary>Signing in through it is over, and so are the sessions that began so, but for the one at hand.</summary>
    public Task<Outcome<bool>> EndAsync(Guid accountId, string issuer, Guid? here, Proceeding proceeding) => commit.RunAsync<Outcome<bool>>(proceeding, async writing =>
    {
        if (await FindAsync(writing, accountId, issuer) is not { EndedAt: null } binding) return true;
        var account = await writing.Set<Account>().SingleAsync(a => a.Id == accountId);
        if (account is { PasswordHash: null, PhoneNumber: null } && !await writing.Set<Passkey>().AnyAsync(p => p.AccountId == accountId)) return Refusals.LastWayIn;
        (binding.EndedAt, binding.Version) = (time.Now, binding.Version + 1);
        writing.Record(new ProviderUnbound(accountId, issuer));
        await Sessions.EndAsync(writing, accountId, s => s.By == SignInMethod.Provider && s.Id != here, time.Now);
        return true;
    });

    /// <summary>The owner lets it sign him in again.</summary>
    public Task ResumeAsync(Guid accountId, string issuer, Proceeding proceeding) => commit.RunAsync(proceeding, async writing =>
    {
        if (await FindAsync(writing, accountId, issuer) is not { EndedAt: not null } binding) return;
        (binding.EndedAt, binding.Version) = (null, binding.Version + 1);
        writing.Record(new ProviderBound(accountId, issuer));
        writing.Enqueue(new TellOwner(accountId, OwnerNews.ProviderBound), time.Now);
    });

    private static Task<Binding?> FindAsync(HallDb writing, Guid accountId, string issuer) =>
        writing.Set<Binding>().AsTracking().SingleOrDefaultAsync(b => b.AccountId == accountId && b.Issuer == issuer);

    // Whoever opened the account on his mere word may not have been the person: the provider's word does not lead there.
    private static async Task<Refusal?> HindranceAsync(HallDb writing, Account account, Vouched vouched) =>
        account.Name != vouched.Name!.Trim() ? Refusals.UpstreamDiffers
        : account.RealNameLevel < RealNameLevel.Checked ? Refusals.UpstreamUncheckedHere
        : await writing.Set<AccountClosing>().AnyAsync(c => c.AccountId == account.Id && c.EndedAt == null) ? Refusals.UpstreamClosing
        : await FindAsync(writing, account.Id, vouched.Issuer) is not null ? Refusals.UpstreamTaken
        : null;

    private Account Open(HallDb writing, string name, string number, RealNameLevel level)
    {
        var account = Accounts.Make(new OpenAccountOptions { Name = name, CitizenNumber = number, Mobile = null, Level = level }, time.Now);
        writing.Add(account);
        writing.Record(new AccountOpened(account.Id, level));
        return account;
    }
}

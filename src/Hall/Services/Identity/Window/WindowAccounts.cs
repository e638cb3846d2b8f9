using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Staff;

namespace Tongban.Hall.Services.Identity.Window;

/// <summary>The clerk, and what he held in his hands.</summary>
public sealed record AtWindow
{
    public required Guid MemberId { get; init; }
    public required Guid OfficeId { get; init; }
    public required IReadOnlyList<Paper> Papers { get; init; }
}

public sealed record OpenAtWindowOptions
{
    public required AtWindow At { get; init; }
    public required Sensitive Name { get; init; }
    public required Sensitive CitizenNumber { get; init; }

    /// <summary>The person showed that he holds it: a code sent there was read out. Null: he has none.</summary>
    public required Sensitive? Mobile { get; init; }
}

public sealed record VisitView(WindowVisit Visit, Office Office, Authority Authority);

/// <summary>窗口: a clerk sees the person and the card. Level 3 comes from here, and from nowhere else.</summary>
public sealed class WindowAccounts(GroupCommit commit, HallDb db, CityTime time)
{
    /// <summary>The account of the person at the counter. The name must be the card's, so that nobody learns about people by typing numbers.</summary>
    public async Task<Outcome<Account>> FindAsync(Sensitive citizenNumber, Sensitive name, AtWindow at, Proceeding proceeding)
    {
        if (await People.ByNumberAsync(db, citizenNumber.Reveal()) is not { } known) return Refusals.AccountUnknown;
        if (known.Name != name.Reveal()) return Refusals.NameDiffers;
        await commit.RunAsync(proceeding, writing => Note(writing, known.Id, WindowAct.Found, at));
        return known;
    }

    /// <summary>Who has an account already gets the level.</summary>
    public Task<Outcome<Account>> OpenAsync(OpenAtWindowOptions options, Proceeding proceeding) => commit.RunAsync<Outcome<Account>>(proceeding, async writing =>
    {
        if (Refuse(options.At, proceeding) is { } refusal) return refusal;
        if (await People.ByNumberAsync(writing, options.CitizenNumber.Reveal()) is { } known)
            return known.Name == options.Name.Reveal() ? await RaiseAsync(writing, known.Id, options.At) : Refusals.NameDiffers;
        var account = Accounts.Make(new OpenAccountOptions
        {
            Name = options.Name, CitizenNumber = options.CitizenNumber, Mobile = options.Mobile, Level = RealNameLevel.Present,
        }, time.Now);
        writing.Add(account);
        writing.Record(new AccountOpened(account.Id, account.RealNameLevel));
        Note(writing, account.Id, WindowAct.Opened, options.At);
        return account;
    });

    public Task<Outcome<Account>> RaiseAsync(Guid accountId, AtWindow at, Proceeding proceeding) => commit.RunAsync<Outcome<Account>>(proceeding, async writing =>
        Refuse(at, proceeding) ?? await RaiseAsync(writing, accountId, at));

    /// <summary>A code on paper, for who has no mobile: shown once, in the place of those before.</summary>
    public Task<Outcome<string>> PrintSlipAsync(Guid accountId, AtWindow at, Proceeding proceeding)
    {
        var code = WrittenCode.New();
        return commit.RunAsync<Outcome<string>>(proceeding, async writing =>
        {
            if (Refuse(at, proceeding) is { } refusal) return refusal;
            if (await writing.Set<Account>().SingleOrDefaultAsync(a => a.Id == accountId) is not { } account) return Refusals.AccountUnknown;
            await SpendAllAsync(writing, accountId);
            writing.Add(new FirstSlip { Id = Ids.Next(time.Now), AccountId = accountId, Hash = WrittenCode.Hash(accountId, code), PrintedAt = time.Now });
            Note(writing, accountId, WindowAct.SlipPrinted, at);
            return code;
        });
    }

    /// <summary>The person has the slip and chooses a password; the slip is spent.</summary>
    /// <param name="hash">Of the password chosen.</param>
    public Task<Outcome<bool>> UseSlipAsync(Sensitive citizenNumber, Sensitive? code, Sensitive hash) => commit.RunAsync<Outcome<bool>>(new Proceeding(Actor.System("first-slip"), time.Now), async writing =>
    {
        var owner = (await People.ByNumberAsync(writing, citizenNumber.Reveal()))?.Id ?? Guid.Empty;
        var typed = WrittenCode.Hash(owner, code?.Reveal());
        var slip = await writing.Set<FirstSlip>().AsTracking().SingleOrDefaultAsync(s => s.Hash == typed && s.AccountId == owner && s.SpentAt == null);
        if (slip is null || time.Now - slip.PrintedAt > FirstSlip.GoodFor) return Refusals.SlipWrong;
        (slip.SpentAt, slip.Version) = (time.Now, slip.Version + 1);
        return await Passwords.Passwords.SetAsync(writing, new Passwords.SetPasswordOptions { AccountId = owner, Hash = hash, Recovered = true }, time.Now);
    });

    /// <summary>What clerks saw and did, newest first.</summary>
    public async Task<IReadOnlyList<VisitView>> AboutAsync(Guid accountId, int most = 100) =>
        [.. (await (
            from visit in db.Set<WindowVisit>()
            join office in db.Set<Office>() on visit.OfficeId equals office.Id
            join authority in db.Set<Authority>() on office.AuthorityUscc equals authority.Uscc
            where visit.AccountId == accountId
            orderby visit.Id descending
            select new { visit, office, authority }).Take(most).ToListAsync()).Select(v => new VisitView(v.visit, v.office, v.authority))];

    private async Task<Outcome<Account>> RaiseAsync(HallDb writing, Guid accountId, AtWindow at)
    {
        if (await writing.Set<Account>().AsTracking().SingleOrDefaultAsync(a => a.Id == accountId) is not { } account) return Refusals.AccountUnknown;
        Note(writing, account.Id, WindowAct.Raised, at);
        if (account.RealNameLevel < RealNameLevel.Present) Accounts.Raise(writing, account, RealNameLevel.Present, time.Now);
        return account;
    }

    private async Task SpendAllAsync(HallDb writing, Guid accountId)
    {
        foreach (var slip in await writing.Set<FirstSlip>().AsTracking().Where(s => s.AccountId == accountId && s.SpentAt == null).ToListAsync())
            (slip.SpentAt, slip.Version) = (time.Now, slip.Version + 1);
    }

    private void Note(HallDb writing, Guid accountId, WindowAct act, AtWindow at)
    {
        var visit = new WindowVisit
        {
            Id = Ids.Next(time.Now), AccountId = accountId, MemberId = at.MemberId, OfficeId = at.OfficeId, At = time.Now, Act = act, Papers = string.Join(',', at.Papers.Distinct()),
        };
        writing.Add(visit);
        writing.Record(new SeenAtWindow(accountId, visit.Id, act.ToString(), visit.Papers));
    }

    private static Refusal? Refuse(AtWindow at, Proceeding proceeding) =>
        proceeding.Actor.Kind != ActorKind.Staff ? Refusals.StaffOnly
        : at.Papers.Any(p => p is Paper.IdentityCard or Paper.TemporaryIdentityCard) ? null : Refusals.PapersNeeded;
}

using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity;

public sealed record OpenAccountOptions
{
    /// <summary>Known beforehand when something was filed under it already.</summary>
    public Guid? Id { get; init; }

    public required Sensitive Name { get; init; }
    public required Sensitive CitizenNumber { get; init; }

    /// <summary>Confirmed. Null: a ward, for whom another acts; who came to a counter without one; for whom a provider vouched and told none.</summary>
    public required Sensitive? Mobile { get; init; }

    public Sensitive? PasswordHash { get; init; }
    public required RealNameLevel Level { get; init; }
    public bool IsDemo { get; init; }
}

public sealed record RaiseLevelOptions
{
    public required Guid AccountId { get; init; }
    public required RealNameLevel Level { get; init; }
}

/// <summary>Opens accounts of natural persons and raises what is proved of them.</summary>
public sealed class Accounts(GroupCommit commit, HallDb db, CityTime time)
{
    public Task<Account?> FindAsync(Guid id) => db.Set<Account>().SingleOrDefaultAsync(a => a.Id == id);

    public Task<Outcome<Account>> OpenAsync(OpenAccountOptions options, Proceeding proceeding) => commit.RunAsync<Outcome<Account>>(proceeding, async writing =>
    {
        if (await People.ByNumberAsync(writing, options.CitizenNumber.Reveal()) is not null) return Refusals.AccountExists;
        var account = Make(options, time.Now);
        writing.Add(account);
        writing.Record(new AccountOpened(account.Id, account.RealNameLevel));
        return account;
    });

    /// <summary>Never lowers it. Face to face is for a clerk to say: <see cref="Window.WindowAccounts"/>.</summary>
    public Task<Outcome<Account>> RaiseLevelAsync(RaiseLevelOptions options, Proceeding proceeding) => commit.RunAsync<Outcome<Account>>(proceeding, async writing =>
    {
        if (options.Level == RealNameLevel.Present) return Refusals.StaffOnly;
        if (await writing.Set<Account>().AsTracking().SingleOrDefaultAsync(a => a.Id == options.AccountId) is not { } account) return Refusals.AccountUnknown;
        if (account.RealNameLevel < options.Level) Raise(writing, account, options.Level, time.Now);
        return account;
    });

    internal static void Raise(HallDb writing, Account account, RealNameLevel level, DateTimeOffset now)
    {
        (account.RealNameLevel, account.ConcurrencyStamp) = (level, Ids.Next(now).ToString("N"));
        writing.Record(new LevelRaised(account.Id, level));
        writing.Enqueue(new TellOwner(account.Id, OwnerNews.LevelRaised), now);
    }

    internal static Account Make(OpenAccountOptions options, DateTimeOffset now)
    {
        var id = options.Id ?? Ids.Next(now);
        return new Account
        {
            Id = id,
            NormalizedUserName = id.ToString("N").ToUpperInvariant(),
            SecurityStamp = Ids.Next(now).ToString("N"),
            Name = options.Name.Reveal(),
            CitizenNumber = options.CitizenNumber.Reveal(),
            PhoneNumber = options.Mobile?.Reveal(),
            PhoneNumberConfirmed = options.Mobile is not null,
            PasswordHash = options.PasswordHash?.Reveal(),
            RealNameLevel = options.Level,
            CreatedAt = now,
            IsDemo = options.IsDemo,
        };
    }
}

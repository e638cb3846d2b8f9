using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity;

public sealed record OpenAccountOptions
{
    /// <summary>Known beforehand when something was filed under it already.</summary>
    public Guid? Id { get; init; }

    public required string Name { get; init; }
    public required string CitizenNumber { get; init; }
    /// <summary>Confirmed; null: a provider vouched for the person and told no mobile.</summary>
    public required string? Mobile { get; init; }

    public string? PasswordHash { get; init; }
    public required RealNameLevel Level { get; init; }
    public bool IsDemo { get; init; }
}

public sealed record OpenAtWindowOptions
{
    public required string Name { get; init; }
    public required string CitizenNumber { get; init; }

    /// <summary>The person showed that he holds it: a code sent there was read out.</summary>
    public required string Mobile { get; init; }
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
        if (await People.ByNumberAsync(writing, options.CitizenNumber) is not null) return Refusals.AccountExists;
        var account = Make(options, time.Now);
        writing.Add(account);
        writing.Record(new AccountOpened(account.Id, account.RealNameLevel));
        return account;
    });

    /// <summary>窗口: a member of staff saw the person and the card. Who has an account already gets the level.</summary>
    public async Task<Outcome<Account>> OpenAtWindowAsync(OpenAtWindowOptions options, Proceeding proceeding)
    {
        if (proceeding.Actor.Kind != ActorKind.Staff) return Refusals.StaffOnly;
        var known = await People.ByNumberAsync(db, options.CitizenNumber);
        if (known is not null && known.Name != options.Name) return Refusals.NameDiffers;
        if (known is not null) return await RaiseLevelAsync(new RaiseLevelOptions { AccountId = known.Id, Level = RealNameLevel.Present }, proceeding);
        return await OpenAsync(new OpenAccountOptions
        {
            Name = options.Name, CitizenNumber = options.CitizenNumber, Mobile = options.Mobile, Level = RealNameLevel.Present,
        }, proceeding);
    }

    /// <summary>Never lowers it. Face to face is for staff to say.</summary>
    public Task<Outcome<Account>> RaiseLevelAsync(RaiseLevelOptions options, Proceeding proceeding) => commit.RunAsync<Outcome<Account>>(proceeding, async writing =>
    {
        if (options.Level == RealNameLevel.Present && proceeding.Actor.Kind != ActorKind.Staff) return Refusals.StaffOnly;
        if (await writing.Set<Account>().AsTracking().SingleOrDefaultAsync(a => a.Id == options.AccountId) is not { } account) return Refusals.AccountUnknown;
        if (account.RealNameLevel >= options.Level) return account;
        account.RealNameLevel = options.Level;
        account.ConcurrencyStamp = Ids.Next(time.Now).ToString("N");
        writing.Record(new LevelRaised(account.Id, options.Level));
        writing.Enqueue(new TellOwner(account.Id, OwnerNews.LevelRaised), time.Now);
        return account;
    });

    internal static Account Make(OpenAccountOptions options, DateTimeOffset now)
    {
        var id = options.Id ?? Ids.Next(now);
        return new Account
        {
            Id = id,
            NormalizedUserName = id.ToString("N").ToUpperInvariant(),
            SecurityStamp = Ids.Next(now).ToString("N"),
            Name = options.Name,
            CitizenNumber = options.CitizenNumber,
            PhoneNumber = options.Mobile,
            PhoneNumberConfirmed = options.Mobile is not null,
            PasswordHash = options.PasswordHash,
            RealNameLevel = options.Level,
            CreatedAt = now,
            IsDemo = options.IsDemo,
        };
    }
}

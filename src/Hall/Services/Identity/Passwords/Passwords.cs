using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.SignIn;

namespace Tongban.Hall.Services.Identity.Passwords;

public sealed record SetPasswordOptions
{
    public required Guid AccountId { get; init; }

    /// <summary>Made by <see cref="Passwords.Hash"/>, which takes its time, before the step.</summary>
    public required Sensitive Hash { get; init; }

    /// <summary>This one goes on; null: none does.</summary>
    public Guid? KeepSession { get; init; }

    /// <summary>Whoever had it before must not be trusted as a known browser either.</summary>
    public bool Recovered { get; init; }
}

/// <summary>Passwords of accounts.</summary>
public sealed class Passwords(GroupCommit commit, IPasswordHasher<Account> hasher, CityTime time)
{
    // A hash that belongs to nobody: an unknown name takes as long as a wrong password.
    private static readonly string Nobodys = new PasswordHasher<Account>().HashPassword(null!, Guid.NewGuid().ToString());

    public string Hash(string password) => hasher.HashPassword(null!, password);

    /// <summary>Takes the same time for an account without a password, and for none.</summary>
    public PasswordMatch Match(Account? account, string password) =>
        PasswordMatches.Of(hasher.VerifyHashedPassword(null!, account?.PasswordHash ?? Nobodys, password), known: account?.PasswordHash is not null);

    /// <summary>Puts a hash of the same password, at today's cost, in the old one's place: as part of the sign-in that showed it.</summary>
    public static async Task RenewAsync(HallDb writing, Account seen, string hash, DateTimeOffset now)
    {
        // Whoever changed the password at this moment has the last word.
        if (await writing.Set<Account>().AsTracking().SingleOrDefaultAsync(a => a.Id == seen.Id && a.PasswordHash == seen.PasswordHash) is not { } account) return;
        (account.PasswordHash, account.ConcurrencyStamp) = (hash, Ids.Next(now).ToString("N"));
        writing.Record(new AccountGuardChanged(account.Id));
    }

    /// <summary>Sets a password and ends the sessions of whoever else may know the old one.</summary>
    public Task<Outcome<bool>> SetAsync(SetPasswordOptions options, Proceeding proceeding) => commit.RunAsync(proceeding, writing => SetAsync(writing, options, time.Now));

    /// <summary>The same as part of another step.</summary>
    public static async Task<Outcome<bool>> SetAsync(HallDb writing, SetPasswordOptions options, DateTimeOffset now)
    {
        if (await writing.Set<Account>().AsTracking().SingleOrDefaultAsync(a => a.Id == options.AccountId) is not { } account) return Refusals.CodeWrong;
        account.PasswordHash = options.Hash.Reveal();
        account.ConcurrencyStamp = Ids.Next(now).ToString("N");
        await Sessions.EndAsync(writing, account.Id, s => s.Id != options.KeepSession, now);
        await KnownDevices.ForgetAsync(writing, account.Id);
        writing.Record(new AccountGuardChanged(account.Id));
        writing.Enqueue(new TellOwner(account.Id, options.Recovered ? OwnerNews.Recovered : OwnerNews.PasswordChanged), now);
        return true;
    }
}

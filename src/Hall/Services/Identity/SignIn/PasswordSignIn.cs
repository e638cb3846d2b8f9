using Microsoft.Extensions.Options;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Passwords;

namespace Tongban.Hall.Services.Identity.SignIn;

/// <summary>Signing in by password. Unknown name, wrong password and too many tries are answered alike, in words and in time.</summary>
public sealed class PasswordSignIn(
    People people, Passwords.Passwords passwords, Throttles throttles, KnownDevices devices, Sessions sessions, GroupCommit commit, CityTime time, IOptions<SignInLimits> options)
{
    /// <param name="name">Citizen number or mobile, as typed.</param>
    public async Task<Outcome<Account>> TryAsync(HttpContext http, string name, string password)
    {
        var typed = Tongban.Codes.CitizenNumber.Normalise(name);
        var account = await people.BySignInNameAsync(typed);
        return await TryAsync(http, account, account?.Id.ToString() ?? typed, password);
    }

    /// <summary>The same for who is signed in and shows it once more.</summary>
    public Task<Outcome<Account>> AgainAsync(HttpContext http, Account account, string password) => TryAsync(http, account, account.Id.ToString(), password);

    private async Task<Outcome<Account>> TryAsync(HttpContext http, Account? account, string who, string password)
    {
        var limits = await LimitsAsync(http, account, who);
        var reached = await throttles.TakeAsync(limits);
        // Looked at even if it no longer counts: the answer takes as long.
        var match = passwords.Match(reached is null ? account : null, password);
        if (reached == limits[0]) return Refusals.TooOften;
        if (match != PasswordMatch.Wrong)
        {
            var renewed = match == PasswordMatch.RightButOld ? passwords.Hash(password) : null;
            await sessions.BeginAsync(http, account!, SignInMethod.Password, async writing =>
            {
                await throttles.GiveBackAsync(writing, limits[0]);
                await throttles.ForgetAsync(writing, limits.Skip(1).ToArray());
                if (renewed is not null) await Passwords.Passwords.RenewAsync(writing, account!, renewed, time.Now);
            });
            return account!;
        }
        if (account is not null && limits.Count == 3 && reached == limits[1]) await TellOnceAsync(account);
        return Refusals.SignInWrong;
    }

    // Browsers that the owner has used count apart: a stranger's guesses do not lock him out.
    private async Task<IReadOnlyList<Limit>> LimitsAsync(HttpContext http, Account? account, string who)
    {
        var device = await devices.OfAsync(http, account?.Id ?? Guid.Empty);
        var address = new Limit($"signin-address:{Throttles.AddressOf(http)}", options.Value.FailuresPerAddress, TimeSpan.FromMinutes(10));
        return device is null
            ? [address, new Limit($"signin:{who}", options.Value.WrongPasswords, options.Value.Wait), new Limit($"signin-day:{who}", options.Value.WrongPasswordsADay, TimeSpan.FromDays(1))]
            : [address, new Limit($"signin-device:{device}:{who}", options.Value.WrongPasswords, options.Value.Wait)];
    }

    // Once a day, however often somebody tries.
    private async Task TellOnceAsync(Account account)
    {
        if (await throttles.TakeAsync(new Limit($"signin-told:{account.Id}", 1, TimeSpan.FromDays(1))) is null)
            await commit.RunAsync(new Proceeding(Actor.System("sign-in"), time.Now), writing => writing.Enqueue(new TellOwner(account.Id, OwnerNews.Locked), time.Now));
    }
}

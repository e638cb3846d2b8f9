using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.SignIn;

namespace Tongban.Hall.Services.Identity.Passkeys;

/// <param name="Used">Notes the use, in the step that begins the session.</param>
public sealed record ShownPasskey(Account Account, Func<HallDb, Task> Used);

/// <summary>Passkeys of an account: added, used, removed. ASP.NET Core Identity speaks WebAuthn, we keep the keys.</summary>
public sealed class Passkeys(IPasskeyHandler<Account> handler, Ceremonies ceremonies, Throttles throttles, GroupCommit commit, HallDb db, CityTime time)
{
    public const int Most = 20;

    // From one address, within ten minutes: each leaves a row.
    private const int MostAsked = 120;

    public async Task<IReadOnlyList<Passkey>> OfAsync(Guid accountId) =>
        await db.Set<Passkey>().Where(p => p.AccountId == accountId).OrderBy(p => p.AddedAt).ToListAsync();

    /// <summary>What the browser is asked in order to make a key: JSON for navigator.credentials.create.</summary>
    public async Task<string> AskForNewAsync(HttpContext http, Account account)
    {
        var asked = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Name, DisplayName = account.Name }, http);
        await ceremonies.BeginAsync(http, asked.AttestationState ?? "");
        return asked.CreationOptionsJson;
    }

    /// <summary>The same in order to use one. No account is named: the key says whose it is, and the question tells nobody anything.</summary>
    public async Task<Outcome<string>> AskForAnyAsync(HttpContext http)
    {
        if (await throttles.TakeAsync(new Limit($"passkeys-address:{Throttles.AddressOf(http)}", MostAsked, TimeSpan.FromMinutes(10))) is not null) return Refusals.TooOften;
        var asked = await handler.MakeRequestOptionsAsync(null, http);
        await ceremonies.BeginAsync(http, asked.AssertionState ?? "");
        return asked.RequestOptionsJson;
    }

    public async Task<Outcome<Passkey>> AddAsync(HttpContext http, Account account, string answer, string? name, Proceeding proceeding)
    {
        if (await ceremonies.EndAsync(http) is not { } state) return Refusals.PasskeyFailed;
        var made = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = answer, AttestationState = state });
        if (!made.Succeeded || made.UserEntity.Id != account.Id.ToString()) return Refusals.PasskeyFailed;
        var passkey = Make(account, made.Passkey, name);
        return await commit.RunAsync<Outcome<Passkey>>(proceeding, async writing =>
        {
            if (await writing.Set<Passkey>().AnyAsync(p => p.CredentialId == passkey.CredentialId)) return Refusals.PasskeyFailed;
            if (await writing.Set<Passkey>().CountAsync(p => p.AccountId == account.Id) >= Most) return Refusals.PasskeysFull;
            writing.Add(passkey);
            writing.Record(new PasskeyAdded(account.Id, passkey.Id));
            writing.Enqueue(new TellOwner(account.Id, OwnerNews.PasskeyAdded, passkey.Id), time.Now);
            return passkey;
        });
    }

    public Task RemoveAsync(Guid accountId, Guid id, Proceeding proceeding) => commit.RunAsync(proceeding, async writing =>
    {
        if (await writing.Set<Passkey>().AsTracking().SingleOrDefaultAsync(p => p.Id == id && p.AccountId == accountId) is not { } passkey) return;
        writing.Remove(passkey);
        writing.Record(new PasskeyRemoved(accountId, id));
        writing.Enqueue(new TellOwner(accountId, OwnerNews.PasskeyRemoved), time.Now);
    });

    /// <summary>Whose key answered.</summary>
    public async Task<Outcome<ShownPasskey>> TakeAsync(HttpContext http, string answer)
    {
        if (await ceremonies.EndAsync(http) is not { } state) return Refusals.PasskeyFailed;
        var shown = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = answer, AssertionState = state });
        if (!shown.Succeeded) return Refusals.PasskeyFailed;
        var (credential, count, backedUp, verified) = (shown.Passkey.CredentialId, shown.Passkey.SignCount, shown.Passkey.IsBackedUp, shown.Passkey.IsUserVerified);
        return new ShownPasskey(shown.User, async writing =>
        {
            var passkey = await writing.Set<Passkey>().AsTracking().SingleAsync(p => p.CredentialId == credential);
            (passkey.SignCount, passkey.BackedUp, passkey.UserVerified, passkey.UsedAt) = (count, backedUp, verified, time.Now);
            passkey.Version++;
        });
    }

    private Passkey Make(Account account, UserPasskeyInfo made, string? name) => new()
    {
        Id = Ids.Next(time.Now),
        AccountId = account.Id,
        CredentialId = made.CredentialId,
        PublicKey = made.PublicKey,
        Name = string.IsNullOrWhiteSpace(name) ? "通行密钥" : name.Trim()[..Math.Min(60, name.Trim().Length)],
        AddedAt = time.Now,
        SignCount = made.SignCount,
        Transports = made.Transports is { Length: > 0 } transports ? string.Join(',', transports) : null,
        UserVerified = made.IsUserVerified,
        BackupEligible = made.IsBackupEligible,
        BackedUp = made.IsBackedUp,
    };
}

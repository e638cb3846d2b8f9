using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Passkeys;

namespace Tongban.Hall.Services.Identity;

/// <summary>Identity's store, with two differences: each change of an account is a proceeding like any other, and passkeys are our own rows,
/// read here and written by <see cref="Passkeys.Passkeys"/>.</summary>
public sealed class AccountStore(HallDb db, Request request, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<Account, HallDb, Guid>(db, describer)
{
    public override async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken = default)
    {
        Record(new AccountOpened(user.Id, user.RealNameLevel));
        try
        {
            return await base.CreateAsync(user, cancellationToken);
        }
        // The blind index of the number is unique: the person has an account already.
        catch (DbUpdateException)
        {
            Context.ChangeTracker.Clear();
            return IdentityResult.Failed(ErrorDescriber.DuplicateUserName(user.UserName!));
        }
    }

    public override async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken = default)
    {
        // Somebody else's reading of the same row must not stand in the way of this write.
        Context.ChangeTracker.Clear();
        Record(new AccountGuardChanged(user.Id));
        return await base.UpdateAsync(user, cancellationToken);
    }

    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await Context.Set<Passkey>().Where(p => p.AccountId == user.Id).ToListAsync(cancellationToken)).Select(p => p.ToInfo())];

    public override async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await (from p in Context.Set<Passkey>() join a in Context.Set<Account>() on p.AccountId equals a.Id where p.CredentialId == credentialId select a)
            .SingleOrDefaultAsync(cancellationToken);

    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await Context.Set<Passkey>().SingleOrDefaultAsync(p => p.AccountId == user.Id && p.CredentialId == credentialId, cancellationToken))?.ToInfo();

    private void Record(IEvent what)
    {
        Context.Proceeding ??= request.Proceeding();
        Context.Record(what);
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity;

/// <summary>Identity's store, with one difference: each change of an account is a proceeding like any other.</summary>
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

    private void Record(IEvent what)
    {
        Context.Proceeding ??= request.Proceeding();
        Context.Record(what);
    }
}

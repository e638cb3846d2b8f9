using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>The people for whom the client at hand may act; nobody else exists for it.</summary>
public sealed class Applicants(HallDb db, Request request)
{
    public Task<Guid?> FindAsync(string citizenNumber) => (
        from account in db.Set<Account>()
        where account.CitizenNumber == citizenNumber && db.Set<ApiGrant>().Any(g => g.ClientId == request.Actor.Id && g.AccountId == account.Id)
        select (Guid?)account.Id).SingleOrDefaultAsync();

    public Task<bool> HasAsync(Guid accountId) =>
        db.Set<ApiGrant>().AnyAsync(g => g.ClientId == request.Actor.Id && g.AccountId == accountId);
}

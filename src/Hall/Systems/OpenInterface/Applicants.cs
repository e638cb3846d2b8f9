using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>The people for whom the client at hand may act, and their cases; nobody else's exist for it.</summary>
public sealed class Applicants(HallDb db, People people, Request request)
{
    private IQueryable<ApiGrant> Grants => db.Set<ApiGrant>().Where(g => g.ClientId == request.Actor.Id);

    public async Task<Guid?> FindAsync(string citizenNumber) =>
        await people.ByNumberAsync(citizenNumber) is { Id: var id } && await Grants.AnyAsync(g => g.AccountId == id) ? id : null;

    /// <summary>Whose case it is.</summary>
    public Task<Guid?> OfCaseAsync(Guid caseId) => (
        from found in db.Set<Case>()
        where found.Id == caseId && Grants.Any(g => g.AccountId == found.ApplicantId)
        select (Guid?)found.ApplicantId).SingleOrDefaultAsync();
}

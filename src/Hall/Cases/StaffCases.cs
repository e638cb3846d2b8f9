using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity.Staff;

namespace Tongban.Hall.Cases;

/// <summary>Cases as staff see them: always through the reach of a post, as part of the question to the database.</summary>
public sealed class StaffCases(HallDb db)
{
    public const int PageSize = 20;

    /// <summary>The cases in reach that were handed in. Drafts are their applicants' own affair.</summary>
    public IQueryable<Case> In(Reach reach)
    {
        var (first, last, authority) = reach;
        var cases = db.Set<Case>().Where(c => c.State != CaseState.Draft);
        // One region with one authority is a point of the index; a range of regions is a range of it.
        cases = first == last ? cases.Where(c => c.RegionCode == first)
            : cases.Where(c => c.RegionCode.CompareTo(first) >= 0 && c.RegionCode.CompareTo(last) <= 0);
        return authority is null ? cases : cases.Where(c => c.AuthorityCode == authority);
    }

    /// <summary>A page of cases, newest first.</summary>
    /// <param name="before">The last case of the page before; null: the first page.</param>
    public async Task<IReadOnlyList<Case>> PageAsync(Reach reach, CaseState? state, Guid? before) => await In(reach)
        .Where(c => (state == null || c.State == state) && (before == null || c.Id < before))
        .OrderByDescending(c => c.Id).Take(PageSize + 1).ToListAsync();

    public async Task<IReadOnlyDictionary<CaseState, int>> CountsAsync(Reach reach) =>
        await In(reach).GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);

    /// <summary>Null: there is none, or it is out of reach.</summary>
    public Task<Case?> FindAsync(Reach reach, Guid id) => In(reach).SingleOrDefaultAsync(c => c.Id == id);
}

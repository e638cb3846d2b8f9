using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Cases;

/// <summary>Cases as their applicant sees them, or who acts for him: as far as the mandate goes, as part of the question to the database.</summary>
public static class ApplicantCases
{
    public static IQueryable<Case> CasesOf(this HallDb db, Party party)
    {
        var (id, items) = (party.Id, party.Items);
        var all = db.Set<Case>().Where(c => c.ApplicantId == id);
        return items is null ? all : all.Where(c => items.Contains(c.ItemId));
    }
}

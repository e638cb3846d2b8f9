using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Licences;

namespace Tongban.Hall.Systems.HomePages.Citizen;

[Authorize]
public sealed class LicencesPage(HallDb db, CityTime time, Request request) : PageModel
{
    public IReadOnlyList<Licence> Licences { get; private set; } = [];

    public DateOnly Today => time.Today;

    public async Task OnGetAsync()
    {
        var (party, items) = (request.Party!, request.Party!.Items);
        if (!party.Covers(MandateActions.Results, null)) return;
        Licences = await db.Set<Licence>().Where(l => l.HolderId == party.Id && (items == null || items.Contains(l.ItemId))).OrderByDescending(l => l.ValidFrom).Take(200).ToListAsync();
    }
}

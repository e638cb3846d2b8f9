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

    public async Task OnGetAsync() => Licences = await db.Set<Licence>()
        .Where(l => l.HolderId == request.PartyId).OrderByDescending(l => l.ValidFrom).Take(200).ToListAsync();
}

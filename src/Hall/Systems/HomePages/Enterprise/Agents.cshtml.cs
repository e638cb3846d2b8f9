using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web.Components;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Mandates;
using Tongban.Hall.Systems.HomePages.Citizen;
using Tongban.Hall.Systems.HomePages.Mandates;

namespace Tongban.Hall.Systems.HomePages.Enterprise;

/// <summary>Who may act for the firm, and what they did: for its legal representative, and for nobody else.</summary>
[Authorize]
public sealed class AgentsPage(Services.Identity.Mandates.Mandates mandates, HallDb db, CityTime time, Request request) : PageModel
{
    private const int Lately = 20;

    [FromQuery(Name = "before")] public Guid? Before { get; set; }

    public IReadOnlyList<MandateLine> All { get; private set; } = [];
    public bool More { get; private set; }
    public int Living { get; private set; }
    public IReadOnlyList<TimelineEntry> Done { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (request.Party is not { Kind: PartyKind.Organisation } party || !User.HasClaim(ClaimNames.MandateKind, nameof(MandateKind.LegalRepresentative))) return NotFound();
        var page = await mandates.GivenByAsync(party.Id, Before);
        All = [.. page.Take(Services.Identity.Mandates.Mandates.PageSize).Select(m => new MandateLine(m, m.AgentName))];
        More = page.Count > All.Count;
        Living = await mandates.CountLivingAsync(party.Id);
        Done = await DoneAsync(party.Id);
        return Page();
    }

    private async Task<IReadOnlyList<TimelineEntry>> DoneAsync(Guid firm)
    {
        var entries = await db.Set<ProceedingEntry>().Where(p => p.PartyId == firm).OrderByDescending(p => p.Id).Take(Lately).ToListAsync();
        var ids = entries.Select(e => Guid.Parse(e.ActorId)).Distinct().ToList();
        var names = await db.Set<Account>().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id.ToString());
        return [.. entries.Where(e => Timeline.Words(e.Event) is not null).Select(e => new TimelineEntry(
            time.InCity(e.At).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Timeline.Words(e.Event)!, Timeline.ByRules(e) ?? names.GetValueOrDefault(e.ActorId)?.Name ?? ""))];
    }
}

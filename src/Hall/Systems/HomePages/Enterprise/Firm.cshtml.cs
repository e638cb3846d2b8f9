using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Organisations;

namespace Tongban.Hall.Systems.HomePages.Enterprise;

/// <summary>企业页: the firm's cases, as far as the mandate goes; the newest first, page by page along the index.</summary>
[Authorize]
public sealed class FirmPage(Organisations organisations, HallDb db, PackageStore packages, Request request) : PageModel
{
    private const int PageSize = 20;

    [FromQuery(Name = "before")] public Guid? Before { get; set; }

    public Organisation Body { get; private set; } = null!;
    public Party Party { get; private set; } = null!;
    public IReadOnlyList<Case> Cases { get; private set; } = [];
    public bool More { get; private set; }

    public Text NameOf(string item) => packages.Find(item)?.Name ?? new Text(item, item);

    /// <summary>Where a draft is gone on with, whoever of the firm began it.</summary>
    public string FirstPageOf(Case draft) => packages.Find(draft.ItemId)?.Form.Sections[0].Id ?? "check";

    public async Task<IActionResult> OnGetAsync()
    {
        if (request.Party is not { Kind: PartyKind.Organisation } party) return LocalRedirect(Url.Content("~/my/organisations"));
        (Party, Body) = (party, (await organisations.FindAsync(party.Id))!);
        var page = await db.CasesOf(party).Where(c => Before == null || c.Id < Before).OrderByDescending(c => c.Id).Take(PageSize + 1).ToListAsync();
        (Cases, More) = ([.. page.Take(PageSize)], page.Count > PageSize);
        return Page();
    }
}

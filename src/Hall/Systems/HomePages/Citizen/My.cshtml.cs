using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Systems.HomePages.Citizen;

[Authorize]
public sealed class MyPage(Applications applications, PackageStore packages, Request request) : PageModel
{
    public IReadOnlyList<Case> Drafts { get; private set; } = [];
    public IReadOnlyList<Case> Cases { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (request.Party!.Kind == PartyKind.Organisation) return LocalRedirect(Url.Content("~/firm"));
        var all = await applications.OfAsync(request.Party!);
        Drafts = [.. all.Where(c => c.State == CaseState.Draft)];
        Cases = [.. all.Where(c => c.State != CaseState.Draft)];
        return Page();
    }

    public string NameOf(Case one) => packages.Find(one.ItemId)?.Name.ToString() ?? one.ItemId;
}

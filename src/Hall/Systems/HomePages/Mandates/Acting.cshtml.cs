using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Mandates;

namespace Tongban.Hall.Systems.HomePages.Mandates;

/// <summary>All for whom this person may act, and the switch between them.</summary>
[Authorize]
public sealed class ActingPage(Representation representation, Actings actings, Services.Identity.Mandates.Mandates mandates, Request request) : PageModel
{
    public IReadOnlyList<Acting> All { get; private set; } = [];

    /// <summary>By which mandate he acts now; null: for himself.</summary>
    public Guid? Now => request.For?.MandateId;

    public Refusal? Refused { get; private set; }

    public Text NameOf(string item) => mandates.NameOf(item);

    public async Task OnGetAsync() => All = await representation.OfAsync(request.AccountId!.Value);

    public async Task<IActionResult> OnPostAsync(Guid? mandate)
    {
        var switched = await actings.SwitchAsync(Sessions.IdOf(HttpContext)!.Value, request.AccountId!.Value, mandate);
        if (switched.Ok || switched.Refusal is null) return LocalRedirect(Url.Content(switched.Value?.PartyKind == PartyKind.Organisation ? "~/firm" : "~/my"));
        Refused = switched.Refusal;
        Response.StatusCode = Refused.Status;
        await OnGetAsync();
        return Page();
    }
}

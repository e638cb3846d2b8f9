using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity.Mandates;

namespace Tongban.Hall.Systems.HomePages.Mandates;

/// <summary>The second signature: by the person himself, who has just shown who he is.</summary>
[Authorize, FreshSignIn]
public sealed class SignPage(Services.Identity.Mandates.Mandates mandates, Request request) : PageModel
{
    public Guid Id { get; private set; }
    public MandateText Text { get; private set; } = null!;
    public Refusal? Refused { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? hash)
    {
        if (!await LoadAsync(id)) return NotFound();
        var signed = await mandates.AnswerAsync(id, request.AccountId!.Value, accept: true, hash ?? "", request.Proceeding() with { For = null });
        if (signed.Ok) return LocalRedirect(Url.Content($"~/my/mandates/{id}"));
        Refused = signed.Refusal;
        Response.StatusCode = Refused.Status;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if ((await mandates.OfAgentAsync(request.AccountId!.Value)).SingleOrDefault(m => m.Id == id && m.State == MandateState.Offered) is not { } offer) return false;
        (Id, Text) = (id, await mandates.TextAsync(offer));
        return true;
    }
}

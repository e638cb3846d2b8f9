using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Mandates;

namespace Tongban.Hall.Systems.HomePages.Mandates;

/// <summary>One mandate, for who gave it and for who acts by it; nobody else's exists.</summary>
[Authorize]
public sealed class OnePage(Services.Identity.Mandates.Mandates mandates, CityTime time, Request request) : PageModel
{
    public Mandate Mandate { get; private set; } = null!;
    public MandateText Text { get; private set; } = null!;
    public Refusal? Refused { get; private set; }

    /// <summary>Whose mandates are looked at: the firm's, by its representative, or the person's own.</summary>
    private bool AsFirm => User.HasClaim(ClaimNames.MandateKind, nameof(MandateKind.LegalRepresentative));

    private bool IsGiver => Mandate.PartyId == (AsFirm ? request.PartyId : request.AccountId);

    public bool MayAnswer => !IsGiver && Mandate.State == MandateState.Offered && Mandate.LivesOn(time.Today);

    public bool MayEnd => Mandate.Kind != MandateKind.LegalRepresentative && Mandate.LivesOn(time.Today) && (IsGiver || Mandate.AgentId == request.AccountId);

    public string Back => AsFirm ? "~/firm/agents" : request.For is null ? "~/my/mandates" : "~/my/acting";

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostDeclineAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        return await AfterAsync(await mandates.AnswerAsync(id, request.AccountId!.Value, accept: false, "", request.Proceeding() with { For = null }));
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        var giver = !IsGiver ? null : AsFirm ? request.Party : request.AccountId!.Value;
        return await AfterAsync(await mandates.EndAsync(id, giver, request.AccountId, AsFirm && IsGiver ? request.Proceeding() : request.Proceeding() with { For = null }));
    }

    private async Task<IActionResult> AfterAsync(Outcome<Mandate> outcome)
    {
        if (outcome.Ok) return LocalRedirect(Url.Content($"~/my/mandates/{Mandate.Id}"));
        Refused = outcome.Refusal;
        Response.StatusCode = Refused.Status;
        await LoadAsync(Mandate.Id);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await mandates.FindAsync(id, AsFirm ? request.PartyId!.Value : request.AccountId!.Value, request.AccountId!.Value) is not { } found) return false;
        (Mandate, Text) = (found, await mandates.TextAsync(found));
        return true;
    }
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Forms;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Regions;
using Tongban.Hall.Services.Identity.Privacy;

namespace Tongban.Hall.Systems.OnlineHall.Apply;

/// <summary>Check your answers: what is shown here, and nothing else, is what is submitted.</summary>
[Authorize]
public sealed class CheckPage(PackageStore packages, Applications applications, CaseGrounds caseGrounds, Consents consents, ShownPages pages, Submissions submissions, RegionTable regions, Request request) : PageModel
{
    // Whoever reads the page for ten minutes can still submit on these facts.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    public ShownPage Shown { get; private set; } = null!;
    public FormView View { get; private set; } = null!;
    public Refusal? Refused { get; private set; }
    /// <summary>Who submits for another; null: the applicant himself.</summary>
    public string? Agent => request.For is null ? null : User.FindFirstValue(ClaimTypes.Name);

    public string Key { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Registers that could not be asked just now.</summary>
    public IEnumerable<RegistryUse> Silent => Shown.Package.Registries.Where(r =>
        (r.NeededFor & NeededFor.Decision) != 0 && Shown.Grounds.StateOf(r.Name) is null or FactState.Unavailable);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, stop) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, int version, string? shown, string? key, bool person, CancellationToken stop)
    {
        var outcome = await submissions.SubmitAsync(new SubmitOptions
        {
            CaseId = id, ApplicantId = request.PartyId!.Value, Version = version, ShownHash = shown ?? "", IdempotencyKey = key ?? "", AskPerson = person,
        }, request.Proceeding());
        if (outcome.Ok || outcome.Refusal == Refusals.CaseSubmitted) return LocalRedirect(Url.Content($"~/my/cases/{id}"));
        if (outcome.Refusal == Refusals.CaseUnknown) return NotFound();
        if (outcome.Refusal == Refusals.OutsideMandate) return new RefusedResult(outcome.Refusal);
        if (outcome.Refusal == Refusals.LevelTooLow) return LocalRedirect(Url.Content($"~/my/level?need={await NeededAsync(id)}&return={Uri.EscapeDataString($"{Request.PathBase}{Request.Path}")}"));
        Refused = outcome.Refusal;
        Response.StatusCode = outcome.Refusal.Status;
        return await LoadAsync(id, stop) ?? Page();
    }

    public string Answer(FormField field) => AnswerText.Of(View, field, regions, Shown.Files);

    private async Task<int?> NeededAsync(Guid id) =>
        await applications.FindAsync(id, request.Party!) is { } draft ? packages.Find(draft.ItemId)?.Assurance.ToSubmit : null;

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await applications.FindAsync(id, request.Party!) is not { } found || packages.Find(found.ItemId) is not { } package) return NotFound();
        if (found.State != CaseState.Draft) return LocalRedirect(Url.Content($"~/my/cases/{id}"));
        await caseGrounds.RefreshAsync(package, found, await consents.LookUpsAsync(found.ApplicantId), Margin, request.Proceeding(), stop);
        Shown = await pages.OfAsync(package, found);
        View = FormView.Of(package, Shown.Grounds, regions.Surroundings);
        return null;
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Forms;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Privacy;

namespace Tongban.Hall.Systems.OnlineHall.Apply;

[Authorize]
public sealed class StartPage(PackageStore packages, Applications applications, Assurances assurances, CaseGrounds grounds, Consents consents, Request request) : PageModel
{
    public ServicePackage Package { get; private set; } = null!;

    public Case? Draft { get; private set; }

    public Applicant Applicant { get; private set; } = null!;

    /// <summary>Whether forms may be filled in from registers; null: never asked.</summary>
    public bool? Prefills { get; private set; }

    public async Task<IActionResult> OnGetAsync(string item)
    {
        if (packages.Find(item) is not { } package) return NotFound();
        if (await StepUpAsync(package) is { } elsewhere) return elsewhere;
        Package = package;
        Draft = await applications.DraftAsync(item, request.PartyId!.Value);
        Applicant = await grounds.ApplicantAsync(request.PartyId.Value);
        Prefills = (await consents.LastAsync(request.PartyId.Value, ConsentPurpose.Prefill))?.Given;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string item, bool? prefill, CancellationToken stop)
    {
        if (packages.Find(item) is not { } package) return NotFound();
        if (await StepUpAsync(package) is { } elsewhere) return elsewhere;
        var applicant = request.PartyId!.Value;
        if (request.For is null && await consents.LastAsync(applicant, ConsentPurpose.Prefill) is null)
            await consents.StateAsync(applicant, ConsentPurpose.Prefill, prefill ?? true, request.Proceeding());
        var draft = await applications.DraftAsync(item, applicant) ?? await BeginAsync(package, applicant, stop);
        return LocalRedirect(Url.Content($"~/apply/case/{draft.Id}/{package.Form.Sections[0].Id}"));
    }

    // Not enough is proved of the person: the page that says what is missing leads back here.
    private async Task<IActionResult?> StepUpAsync(ServicePackage package) =>
        await assurances.RefuseAsync(package.Assurance.Apply, request.PartyId!.Value, request.Proceeding()) is null ? null
            : LocalRedirect(Url.Content($"~/my/level?need={package.Assurance.Apply}&return={Uri.EscapeDataString($"{Request.PathBase}{Request.Path}")}"));

    // The draft exists before anybody is asked: if a register hangs, nothing is lost.
    private async Task<Case> BeginAsync(ServicePackage package, Guid applicant, CancellationToken stop)
    {
        var draft = await applications.BeginAsync(new BeginOptions { Package = package, ApplicantId = applicant, HandlerId = request.AccountId, Channel = Devices.ChannelOf(Request) }, request.Proceeding());
        if (await consents.LookUpsAsync(applicant) == NeededFor.Both) await grounds.RefreshAsync(package, draft.Id, applicant, NeededFor.Both, TimeSpan.Zero, request.Proceeding(), stop);
        var known = Prefill.Start(package, await grounds.ForPrefillAsync(package, draft));
        await applications.SaveAsync(new SaveOptions
        {
            CaseId = draft.Id, ApplicantId = applicant, Version = draft.Version, Section = "prefill", Answers = known,
        }, request.Proceeding());
        return draft;
    }
}

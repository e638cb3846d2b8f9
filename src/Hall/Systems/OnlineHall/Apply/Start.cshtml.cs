using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Forms;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Privacy;

namespace Tongban.Hall.Systems.OnlineHall.Apply;

[Authorize]
public sealed class StartPage(PackageStore packages, Applications applications, Assurances assurances, CaseGrounds grounds, Consents consents, Request request) : PageModel
{
    public bool ForAnother => request.For is not null;

    public ServicePackage Package { get; private set; } = null!;

    public Case? Draft { get; private set; }

    public Applicant Applicant { get; private set; } = null!;

    /// <summary>Whether forms may be filled in from registers; null: never asked.</summary>
    public bool? Prefills { get; private set; }

    public async Task<IActionResult> OnGetAsync(string item)
    {
        if (packages.Find(item) is not { } package) return NotFound();
        if (await TurnAwayAsync(package) is { } elsewhere) return elsewhere;
        var party = request.Party!;
        Package = package;
        Draft = await applications.DraftAsync(item, party, request.AccountId!.Value);
        Applicant = await grounds.ApplicantAsync(party.Id, party.Kind);
        // Whoever acts for another goes by what the other has said, and cannot say it for him.
        Prefills = request.For is null ? (await consents.LastAsync(party.Id, ConsentPurpose.Prefill))?.Given : await consents.LookUpsAsync(party.Id) == NeededFor.Both;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string item, bool? prefill, CancellationToken stop)
    {
        if (packages.Find(item) is not { } package) return NotFound();
        if (await TurnAwayAsync(package) is { } elsewhere) return elsewhere;
        var party = request.Party!;
        if (request.For is null && await consents.LastAsync(party.Id, ConsentPurpose.Prefill) is null)
            await consents.StateAsync(party.Id, ConsentPurpose.Prefill, prefill ?? true, request.Proceeding());
        var begun = await applications.DraftAsync(item, party, request.AccountId!.Value) is { } before ? before : await BeginAsync(package, party, stop);
        if (begun is not { Ok: true, Value: var draft }) return new RefusedResult(begun.Refusal!);
        return LocalRedirect(Url.Content($"~/apply/case/{draft.Id}/{package.Form.Sections[0].Id}"));
    }

    // Not for such an applicant, not in the mandate; or not enough is proved of the person: the page that says what is missing leads back here.
    private async Task<IActionResult?> TurnAwayAsync(ServicePackage package) =>
        !package.Serves(request.Party!.Kind) ? new RefusedResult(request.For is null ? Refusals.FirmsOnly : Refusals.NotServed)
        : !request.Party.Covers(MandateActions.Fill, package.Id) ? new RefusedResult(Refusals.OutsideMandate)
        : await assurances.RefuseAsync(package.Assurance.Apply, request.PartyId!.Value, request.Proceeding()) is null ? null
            : LocalRedirect(Url.Content($"~/my/level?need={package.Assurance.Apply}&return={Uri.EscapeDataString($"{Request.PathBase}{Request.Path}")}"));

    // The draft exists before anybody is asked: if a register hangs, nothing is lost.
    private async Task<Outcome<Case>> BeginAsync(ServicePackage package, Party party, CancellationToken stop)
    {
        var begun = await applications.BeginAsync(new BeginOptions { Package = package, ApplicantId = party.Id, ApplicantKind = party.Kind, HandlerId = request.AccountId, Channel = Devices.ChannelOf(Request) }, request.Proceeding());
        if (begun is not { Ok: true, Value: var draft }) return begun;
        if (await consents.LookUpsAsync(party.Id) == NeededFor.Both) await grounds.RefreshAsync(package, draft, NeededFor.Both, TimeSpan.Zero, request.Proceeding(), stop);
        var known = Prefill.Start(package, await grounds.ForPrefillAsync(package, draft));
        await applications.SaveAsync(new SaveOptions
        {
            CaseId = draft.Id, ApplicantId = party.Id, Version = draft.Version, Section = "prefill", Answers = known,
        }, request.Proceeding());
        return draft;
    }
}

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Staff;

namespace Tongban.Hall.Systems.Workplace.Desk;

/// <summary>A case for reading. Personal data is masked until the reader has said why he needs it.</summary>
[StaffOnly]
public sealed class StaffCasePage(StaffCases cases, CaseGrounds grounds, AccessRecords access, PackageStore packages, StaffRequest staff, Request request) : PageModel
{
    [BindProperty] public string? Reason { get; set; }

    public Case Case { get; private set; } = null!;
    public ServicePackage? Package { get; private set; }
    public Applicant Applicant { get; private set; } = null!;
    public JsonObject Answers { get; private set; } = [];
    public bool Unmasked { get; private set; }
    public Dictionary<string, string> Errors { get; } = [];

    /// <summary>What the business register publishes is nobody's secret.</summary>
    public bool IsBody => Applicant.Kind == PartyKind.Organisation;

    public string Name => Unmasked || IsBody ? Applicant.Name : Mask.Name(Applicant.Name);
    public string Number => Unmasked || IsBody ? Applicant.Number ?? "" : Mask.CitizenNumber(Applicant.Number ?? "");
    public string Mobile => Unmasked ? Applicant.Mobile ?? "" : Mask.Mobile(Applicant.Mobile ?? "");

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        var shown = await access.UnmaskAsync(Who, Case, Reason, request.Proceeding());
        if (shown.Ok) return LocalRedirect(Url.Content($"~/staff/cases/{id}"));
        Errors["Reason"] = shown.Refusal.Message;
        return Page();
    }

    private Onlooker Who => new(staff.SessionId, staff.MemberId, staff.OfficeId);

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await cases.FindAsync(await staff.ReachAsync(), id) is not { } found) return false;
        (Case, Package) = (found, packages.Find(found.ItemId));
        await access.ReadAsync(Who, found, request.Proceeding());
        Unmasked = await access.IsUnmaskedAsync(Who, found.Id);
        Applicant = await grounds.ApplicantAsync(found.ApplicantId, found.ApplicantKind, found.HandlerId);
        Answers = JsonNode.Parse(found.Answers)!.AsObject();
        return true;
    }
}

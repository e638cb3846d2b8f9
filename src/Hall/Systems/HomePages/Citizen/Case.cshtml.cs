using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Supervision.Ledger;

namespace Tongban.Hall.Systems.HomePages.Citizen;

[Authorize]
public sealed class CasePage(CaseFiles files, PackageStore packages, PublicLedger ledger, Request request) : PageModel
{
    public CaseDossier Dossier { get; private set; } = null!;
    public ServicePackage? Package { get; private set; }
    public Dictionary<string, string> Errors { get; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, int level, string? comment)
    {
        var rated = await files.RateAsync(id, request.PartyId!.Value, level, comment, request.Proceeding());
        if (rated.Ok) return LocalRedirect(Url.Content($"~/my/cases/{id}#rating"));
        if (await LoadAsync(id) is { } elsewhere) return elsewhere;
        Errors["level"] = rated.Refusal.Message;
        return Page();
    }

    /// <summary>The receipt as a file, for checking offline.</summary>
    public async Task<IActionResult> OnGetReceiptAsync(Guid id)
    {
        if (await LoadAsync(id) is { } elsewhere) return elsewhere;
        var receipt = await ledger.ReceiptAsync(id, Dossier.Case.Number!);
        return File(Encoding.UTF8.GetBytes(receipt.ToJson()), "application/json", $"receipt-{Dossier.Case.Number}.json");
    }

    private async Task<IActionResult?> LoadAsync(Guid id)
    {
        if (await files.OfApplicantAsync(id, request.Party!) is not { } dossier) return NotFound();
        if (dossier.Case.State == CaseState.Draft) return LocalRedirect(Url.Content($"~/apply/{dossier.Case.ItemId}"));
        (Dossier, Package) = (dossier, packages.Find(dossier.Case.ItemId));
        return null;
    }
}

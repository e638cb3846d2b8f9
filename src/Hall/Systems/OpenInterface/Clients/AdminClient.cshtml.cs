using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Services.Identity.Staff.Factor;

namespace Tongban.Hall.Systems.OpenInterface.Clients;

/// <summary>One program: its terms, a new secret, its end.</summary>
[StaffOnly(StaffRole.SecurityAdministrator), FreshSecondFactor]
[ResponseCache(NoStore = true)]
public sealed class AdminClientPage(ClientRegistry clients, Request request) : PageModel
{
    [FromQuery] public string? Id { get; set; }

    [BindProperty(Name = "")] public TermsForm Terms { get; set; } = new();

    public ClientView View { get; private set; } = null!;
    public string? Secret { get; private set; }
    public IReadOnlyDictionary<string, string> Errors { get; private set; } = new Dictionary<string, string>();

    public async Task<IActionResult> OnGetAsync()
    {
        if (await clients.FindAsync(Id ?? "") is not { } found) return NotFound();
        (View, Terms) = (found, Errors.Count > 0 ? Terms : TermsForm.Of(found.Terms));
        return Page();
    }

    public async Task<IActionResult> OnPostChangeAsync()
    {
        var changed = await clients.ChangeAsync(Id ?? "", Terms.Read(), request.Proceeding());
        if (!changed.Ok && changed.Refusal.Fields.Count > 0) Errors = Terms.Errors = changed.Refusal.Fields;
        return Errors.Count > 0 ? await OnGetAsync() : Done(changed.Refusal);
    }

    public async Task<IActionResult> OnPostRenewAsync()
    {
        var renewed = await clients.RenewSecretAsync(Id ?? "", request.Proceeding());
        if (!renewed.Ok) return NotFound();
        Secret = renewed.Value;
        return await OnGetAsync();
    }

    public async Task<IActionResult> OnPostStateAsync(ClientState? state) =>
        state is { } asked ? Done((await clients.SetStateAsync(Id ?? "", asked, request.Proceeding())).Refusal) : BadRequest();

    private IActionResult Done(Refusal? refusal) => refusal is null ? LocalRedirect($"{Url.Content("~/admin/client")}?id={Uri.EscapeDataString(Id!)}") : NotFound();
}

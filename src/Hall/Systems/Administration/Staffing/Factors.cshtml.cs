using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Services.Identity.Staff.Factor;

namespace Tongban.Hall.Systems.Administration.Staffing;

/// <summary>验证器重置: a security administrator asks, another administrator confirms.</summary>
[StaffOnly(StaffRole.SecurityAdministrator, StaffRole.SystemAdministrator), FreshSecondFactor]
public sealed class FactorsPage(Factors factors, StaffRequest staff, Request request) : PageModel
{
    [BindProperty] public string? Number { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public IReadOnlyList<FactorResetView> Waiting { get; private set; } = [];
    public Dictionary<string, string> Errors { get; } = [];
    public Guid Me => staff.MemberId;
    public bool MayAsk => User.IsInRole(nameof(StaffRole.SecurityAdministrator));

    public async Task OnGetAsync() => Waiting = await factors.WaitingAsync();

    public async Task<IActionResult> OnPostAskAsync()
    {
        if (!MayAsk) return NotFound();
        var asked = await factors.AskResetAsync((Number ?? "").Trim(), Me, Reason, request.Proceeding());
        return await DoneAsync(asked.Refusal, asked.Refusal == Refusals.ResetReason ? "Reason" : "Number");
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid reset) => await DoneAsync((await factors.ConfirmResetAsync(reset, Me, request.Proceeding())).Refusal, $"r-{reset}");

    public async Task<IActionResult> OnPostDropAsync(Guid reset) => await DoneAsync((await factors.DropResetAsync(reset, request.Proceeding())).Refusal, $"r-{reset}");

    private async Task<IActionResult> DoneAsync(Refusal? refusal, string field)
    {
        if (refusal is null) return LocalRedirect(Url.Content("~/admin/factors"));
        if (refusal == Refusals.StaffUnknown) return NotFound();
        Errors[field] = refusal.Message;
        await OnGetAsync();
        return Page();
    }
}

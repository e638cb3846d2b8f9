using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.OneTime;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Services.Identity.Window;

namespace Tongban.Hall.Systems.Workplace.Register;

/// <summary>The person reads out the code that came to the mobile: it is in his hand.</summary>
[StaffOnly(StaffRole.Clerk)]
public sealed class RegisterCodePage(OneTimeCodes codes, WindowAccounts window, HallDb db, StaffRequest staff, Request request) : PageModel
{
    public Dictionary<string, string> Errors { get; } = [];

    public async Task<IActionResult> OnGetAsync() =>
        await codes.AskedAsync(HttpContext, CodePurpose.Window) ? Page() : LocalRedirect(Url.Content("~/staff/register"));

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        var taken = await codes.TakeAsync(HttpContext, CodePurpose.Window, code);
        if (!taken.Ok) return Refuse(taken.Refusal);
        var wish = await db.Set<Registration>().SingleAsync(r => r.Id == taken.Value);
        // Counters are shared: who took over the browser has seen neither person nor card.
        if (wish.MemberId != staff.MemberId) return Refuse(Refusals.CodeWrong);
        var papers = (wish.Papers ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Paper>);
        var opened = await window.OpenAsync(new OpenAtWindowOptions
        {
            At = new AtWindow { MemberId = staff.MemberId, OfficeId = staff.OfficeId, Papers = [.. papers] },
            Name = wish.Name, CitizenNumber = wish.CitizenNumber, Mobile = wish.Mobile,
        }, request.Proceeding());
        return opened.Ok ? LocalRedirect(Url.Content("~/staff/register?done=opened")) : Refuse(opened.Refusal);
    }

    private PageResult Refuse(Refusal refusal)
    {
        Errors["Code"] = refusal.Message;
        return Page();
    }
}

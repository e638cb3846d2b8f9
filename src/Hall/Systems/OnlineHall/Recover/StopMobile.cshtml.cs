using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity.Mobiles;

namespace Tongban.Hall.Systems.OnlineHall.Recover;

/// <summary>For whoever holds the old mobile: the link was sent there. Opening it changes nothing, so that no programme that looks ahead does.</summary>
[EnableRateLimiting(RateLimits.Guessing)]
public sealed class StopMobilePage(MobileChanges changes, Request request) : PageModel
{
    public bool Stopped { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key) => await changes.ByStopKeyAsync(key) is { Waits: true } ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string key)
    {
        if (await changes.ByStopKeyAsync(key) is not { Waits: true } change) return NotFound();
        await changes.StopAsync(change.Id, endSessions: true, request.Proceeding("stopped by the link sent to the old mobile"));
        Stopped = true;
        return Page();
    }
}

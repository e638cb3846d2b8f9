using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Kiosks;

namespace Tongban.Hall.Systems.OnlineHall.Kiosk;

/// <summary>A device proves that it is a registered kiosk.</summary>
[EnableRateLimiting(RateLimits.Guessing)]
public sealed class StartPage(Kiosks kiosks, Sessions sessions) : PageModel
{
    public string Audience => kiosks.Audience;

    public Dictionary<string, string> Errors { get; } = [];

    public async Task<IActionResult> OnPostAsync(string? assertion)
    {
        var proved = await kiosks.ProveAsync(assertion);
        if (!proved.Ok)
        {
            Errors["Assertion"] = proved.Refusal.Message;
            return Page();
        }
        // Whoever set it up is not whoever uses it.
        await sessions.EndAsync(HttpContext);
        await HttpContext.RememberKioskAsync(proved.Value);
        Preferences.Set(HttpContext, "surface", "kiosk");
        return LocalRedirect("/");
    }
}

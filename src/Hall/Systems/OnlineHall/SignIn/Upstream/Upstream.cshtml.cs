using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity.Upstream;

namespace Tongban.Hall.Systems.OnlineHall.SignIn.Upstream;

/// <summary>Leads to the provider; or says why it did not lead in. A kiosk's person stays in the hall, which forgets him when he leaves.</summary>
[ResponseCache(NoStore = true)]
public sealed class UpstreamPage(UpstreamArrival arrival, IOptions<UpstreamOptions> options, ILogger<UpstreamPage> log) : PageModel
{
    private static readonly Refusal[] Reasons =
    [
        Refusals.UpstreamFailed, Refusals.UpstreamDown, Refusals.UpstreamUnchecked, Refusals.UpstreamUncheckedHere, Refusals.UpstreamDiffers,
        Refusals.UpstreamClosing, Refusals.UpstreamTaken, Refusals.UpstreamEnded,
    ];

    [FromQuery(Name = "return")]
    public string? Return { get; set; }

    public Refusal? Why { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? refused)
    {
        if (!options.Value.IsOn || Preferences.Kiosk(Request)) return NotFound();
        Why = refused is null ? null : Array.Find(Reasons, r => r.Code == refused) ?? Refusals.UpstreamFailed;
        if (Why is not null) return Page();
        try
        {
            await Microsoft.AspNetCore.Authentication.AuthenticationHttpContextExtensions.ChallengeAsync(
                HttpContext, UpstreamOptions.Scheme, arrival.Departure(Preferences.LocalPath(Return) ?? $"{Request.PathBase}/my"));
            return new EmptyResult();
        }
        // Its description could not be fetched.
        catch (InvalidOperationException e)
        {
            log.LogWarning("The upstream provider does not answer: {Error}", e.GetBaseException().GetType().Name);
            Why = Refusals.UpstreamDown;
            return Page();
        }
    }
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Staff;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Tongban.Hall.Systems.OpenInterface.SignOn;

/// <summary>A program of an authority asks which member of staff it is. Citizens' sessions count for nothing here.</summary>
public sealed class StaffSignOn(StaffClaims claims, StaffSessions sessions, FreshRequest fresh)
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public async Task<IActionResult> LeadAsync(HttpContext http, OpenIddictRequest asked)
    {
        if (asked.GetScopes().Any(s => !SignOnScopes.Fits(s, forStaff: true))) return Refuse(Errors.InvalidScope);
        // The staff's cookie does not come along from another site (SameSite=Strict): one step of our own, and it does.
        if (http.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
        {
            await LeadingBack.LeadAsync(http.Response, Here(http, FreshRequest.Query(asked)));
            return new EmptyResult();
        }
        if (await RunningAsync(http) is { } running && fresh.IsFresh(asked, running.Session.StartedAt))
            return new Microsoft.AspNetCore.Mvc.SignInResult(Scheme, new ClaimsPrincipal(claims.Of(running.Session, running.Post, asked)));
        if (asked.HasPromptValue(PromptValues.None)) return Refuse(Errors.LoginRequired);
        return new LocalRedirectResult($"{http.Request.PathBase}/staff/signin?return={Uri.EscapeDataString(Here(http, fresh.Marked(asked)))}");
    }

    private async Task<(StaffSession Session, PostView Post)?> RunningAsync(HttpContext http) =>
        (await http.AuthenticateAsync(StaffOnlyAttribute.Scheme)).Principal is { } principal && Guid.TryParse(principal.FindFirstValue(ClaimNames.Session), out var id)
            ? await sessions.RunningAsync(id) : null;

    private static string Here(HttpContext http, string query) => $"{http.Request.PathBase}/connect/authorize{query}";

    private static ForbidResult Refuse(string error) => new(Scheme, new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = error }));
}

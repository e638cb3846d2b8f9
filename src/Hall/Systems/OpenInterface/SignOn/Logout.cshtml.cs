using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Tongban.Hall.Services.Identity;

namespace Tongban.Hall.Systems.OpenInterface.SignOn;

/// <summary>A program that the person leaves asks the hall to sign him out as well: he is asked, then led back to an address that it registered.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class LogoutPage(Sessions sessions, IAntiforgery forgery) : PageModel
{
    public OpenIddictRequest Asked { get; private set; } = null!;

    public IActionResult OnGet()
    {
        Asked = HttpContext.GetOpenIddictServerRequest()!;
        return User.Identity?.IsAuthenticated == true ? Page() : Leave();
    }

    public async Task<IActionResult> OnPostAsync(string? decision)
    {
        if (decision is null) return OnGet();
        if (!await forgery.IsRequestValidAsync(HttpContext)) return BadRequest();
        if (decision == "end") await sessions.EndAsync(HttpContext);
        return Leave();
    }

    private SignOutResult Leave() => SignOut(new AuthenticationProperties { RedirectUri = "/" }, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
}

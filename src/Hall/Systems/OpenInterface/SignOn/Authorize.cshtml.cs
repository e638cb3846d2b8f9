using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using System.Security.Claims;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Systems.OpenInterface.Clients;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Tongban.Hall.Systems.OpenInterface.SignOn;

/// <summary>A program asks who the person is: signs in, steps up, asks for consent, and leads back. OpenIddict has checked program, address and PKCE before.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class AuthorizePage(
    Authorizations authorizations, ClientRegistry clients, SignOnClaims claims, FreshRequest fresh, Sessions sessions, StaffSignOn staff, HallDb db, Request request, IAntiforgery forgery) : PageModel
{
    private const string Allow = "allow", Refusal = "refuse", Again = "again";

    public OpenIddictRequest Asked { get; private set; } = null!;

    public ClientView Client { get; private set; } = null!;

    public Account Person { get; private set; } = null!;

    /// <summary>Asks to sign in anew; otherwise for consent.</summary>
    public bool SignInAgain { get; private set; }

    public string Mark => FreshRequest.MarkOf(Asked) ?? "";

    public bool ActsForAnother => request.For is not null;

    public Task<IActionResult> OnGetAsync() => LeadAsync(null);

    /// <summary>Our own form, or a program that sends its request as one: that becomes an address, which survives the sign-in.</summary>
    public async Task<IActionResult> OnPostAsync(string? decision)
    {
        if (decision is null) return Redirect(Here(FreshRequest.Query(HttpContext.GetOpenIddictServerRequest()!)));
        return await forgery.IsRequestValidAsync(HttpContext) ? await LeadAsync(decision) : BadRequest();
    }

    private async Task<IActionResult> LeadAsync(string? decision)
    {
        Asked = HttpContext.GetOpenIddictServerRequest()!;
        var quiet = Asked.HasPromptValue(PromptValues.None);
        if (!Asked.GetScopes().All(SignOnScopes.IsOne) || !Asked.HasScope(Scopes.OpenId)) return Refuse(Errors.InvalidScope);
        Client = (await clients.FindAsync(Asked.ClientId!))!;
        if (Client.Client.ForStaff) return await staff.LeadAsync(HttpContext, Asked);
        if (await SessionAsync() is not { } session) return quiet ? Refuse(Errors.LoginRequired) : SignIn(Asked.HasPromptValue(PromptValues.Login) || Asked.MaxAge is not null);
        Person = await db.Set<Account>().SingleAsync(a => a.Id == session.AccountId);
        if (!fresh.IsFresh(Asked, session.StartedAt)) return quiet ? Refuse(Errors.LoginRequired) : await AskToSignInAsync(decision);
        if (SignOnClaims.LevelOf(Asked.GetParameter(Parameters.AcrValues)?.ToString()) is { } level && (int)Person.RealNameLevel < level)
            return quiet ? Refuse(Errors.InteractionRequired) : StepUp(level);
        if (decision == Refusal) return Refuse(Errors.AccessDenied);
        var allowed = Asked.HasPromptValue(PromptValues.Consent) ? null : await authorizations.FindAsync(Person.Id, Asked.ClientId!, Asked.GetScopes());
        if (allowed is null && decision != Allow) return quiet ? Refuse(Errors.ConsentRequired) : Page();
        allowed ??= await authorizations.AllowAsync(Person.Id, Asked.ClientId!, [.. Asked.GetScopes()], request.Proceeding());
        var principal = new ClaimsPrincipal(await claims.OfAsync(session, Person, Asked, request.For));
        return SignIn(principal.SetAuthorizationId(allowed), OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private async Task<Session?> SessionAsync() => request.AccountId is { } account && Guid.TryParse(User.FindFirstValue(ClaimNames.Session), out var id)
        ? await db.Set<Session>().SingleOrDefaultAsync(s => s.Id == id && s.AccountId == account && s.EndedAt == null) : null;

    // A page that ends the session asks first: a link on another site must not sign anybody out.
    private async Task<IActionResult> AskToSignInAsync(string? decision)
    {
        SignInAgain = decision != Again;
        if (SignInAgain) return Page();
        await sessions.EndAsync(HttpContext);
        return SignIn(anew: true);
    }

    private LocalRedirectResult SignIn(bool anew) =>
        LocalRedirect($"{Request.PathBase}/signin?return={Uri.EscapeDataString(Here(anew ? fresh.Marked(Asked) : FreshRequest.Query(Asked)))}");

    private LocalRedirectResult StepUp(int level) =>
        LocalRedirect(FormattableString.Invariant($"{Request.PathBase}/my/level?need={level}&return={Uri.EscapeDataString(Here(Mark.Length > 0 ? Request.QueryString.Value! : FreshRequest.Query(Asked)))}"));

    private string Here(string query) => $"{Request.PathBase}/connect/authorize{query}";

    private ForbidResult Refuse(string error) => Forbid(
        new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = error }), OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
}

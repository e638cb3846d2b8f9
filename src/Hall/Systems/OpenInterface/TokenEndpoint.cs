using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Systems.OpenInterface.Contract;
using Tongban.Hall.Systems.OpenInterface.SignOn;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>Tokens for a program itself, or for what a person let it know. OpenIddict has checked secret, code, verifier and scopes before.</summary>
internal static class TokenEndpoint
{
    private static readonly string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static void MapTokenEndpoint(this WebApplication app) => app.MapPost("/connect/token", AnswerAsync)
        .ExcludeFromDescription().DisableAntiforgery().RequireRateLimiting(RateLimits.Tokens).WithMetadata(new RequestSizeLimitAttribute(Routes.MostText));

    private static async Task<IResult> AnswerAsync(HttpContext http, SignOnClaims claims, StaffClaims staff, OnceOnly once)
    {
        var asked = http.GetOpenIddictServerRequest()!;
        if (asked.IsClientCredentialsGrantType()) return asked.GetScopes().All(OAuth.Scopes.ContainsKey) ? SignIn(OfProgram(asked)) : Refuse(Errors.InvalidScope);
        if ((await http.AuthenticateAsync(Scheme)).Principal is not { } shown || !await once.TakeAsync(shown)) return Refuse(Errors.InvalidGrant);
        if (await (StaffClaims.IsOne(shown) ? staff.AgainAsync(shown) : claims.AgainAsync(shown, renewed: asked.IsRefreshTokenGrantType())) is not { } identity) return Refuse(Errors.InvalidGrant);
        OnceOnly.Name(identity, shown);
        return SignIn(identity);
    }

    private static ClaimsIdentity OfProgram(OpenIddictRequest asked)
    {
        var identity = new ClaimsIdentity("oauth", Claims.Name, Claims.Role);
        return identity.SetClaim(Claims.Subject, asked.ClientId).SetScopes(asked.GetScopes());
    }

    private static IResult SignIn(ClaimsIdentity identity) => Results.SignIn(new ClaimsPrincipal(identity), properties: null, Scheme);

    private static IResult Refuse(string error) =>
        Results.Forbid(new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = error }), [Scheme]);
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity;
using static OpenIddict.Abstractions.OpenIddictConstants;
using Authorization = OpenIddict.EntityFrameworkCore.Models.OpenIddictEntityFrameworkCoreAuthorization;

namespace Tongban.Hall.Systems.OpenInterface.SignOn;

/// <summary>What the person let the program know, as it is now. Asked with the access token that came with the sign-in.</summary>
internal static class UserInfo
{
    private static readonly string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static void MapUserInfo(this WebApplication app) =>
        app.MapMethods("/connect/userinfo", ["GET", "POST"], AnswerAsync).ExcludeFromDescription().DisableAntiforgery();

    private static async Task<IResult> AnswerAsync(HttpContext http, HallDb db)
    {
        // Shown to a program alone: a token that nobody's consent stands behind tells nothing.
        if ((await http.AuthenticateAsync(Scheme)).Principal is not { } token || await PersonAsync(db, token.GetAuthorizationId()) is not { } person)
            return Results.Challenge(new AuthenticationProperties(new Dictionary<string, string?>
            {
                [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidToken,
            }), [Scheme]);
        var told = new Dictionary<string, object>
        {
            [Claims.Subject] = token.GetClaim(Claims.Subject)!,
            [Claims.AuthenticationContextReference] = SignOnClaims.Acr(person.RealNameLevel),
        };
        if (token.HasScope(SignOnScopes.Profile)) told[Claims.Name] = person.Name;
        if (token.HasScope(SignOnScopes.Number)) told[SignOnClaims.Number] = person.CitizenNumber;
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(told);
    }

    private static async Task<Account?> PersonAsync(HallDb db, string? authorization)
    {
        var subject = await db.Set<Authorization>().Where(a => a.Id == authorization && a.Status == Statuses.Valid).Select(a => a.Subject).SingleOrDefaultAsync();
        return Guid.TryParse(subject, out var id) ? await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == id) : null;
    }
}

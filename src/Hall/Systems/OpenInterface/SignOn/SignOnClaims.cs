using System.Security.Claims;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Organisations;
using Tongban.TransparencyLog;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Tongban.Hall.Systems.OpenInterface.SignOn;

/// <summary>What a token says of a person. Name and number stand in no token: the program asks for them at userinfo.</summary>
public sealed class SignOnClaims(HallDb db, HallKeys keys)
{
    public const string Number = "citizen_number", ActingFor = "acting_for";

    // For the hall alone: they stand in codes and refresh tokens, which are encrypted.
    private const string AccountId = "hall_account", SessionId = "hall_session";

    private const string Level = "urn:tongban:level:";

    public static string Acr(RealNameLevel level) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Level}{(int)level}");

    /// <summary>The lowest level that would do; null: none was asked for.</summary>
    public static int? LevelOf(string? acrValues) => (acrValues ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(a => a.StartsWith(Level, StringComparison.Ordinal)).Select(a => int.TryParse(a[Level.Length..], out var level) && level is >= 1 and <= 3 ? (int?)level : null).Min();

    /// <summary>Two programs that put their tables together do not find the same person in both.</summary>
    public string SubjectOf(Guid account, string clientId) => Pseudonym.Of(Notary.Hash, keys.Pseudonym, "sub", $"{clientId}:{account}");

    public async Task<ClaimsIdentity> OfAsync(Session session, Account account, OpenIddictRequest asked, Behalf? behalf)
    {
        var identity = new ClaimsIdentity("sign-on", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, SubjectOf(account.Id, asked.ClientId!)).SetClaim(AccountId, account.Id.ToString()).SetClaim(SessionId, session.Id.ToString());
        identity.SetClaim(Claims.AuthenticationTime, session.StartedAt.ToUnixTimeSeconds()).SetClaim(Claims.AuthenticationContextReference, Acr(account.RealNameLevel));
        identity.SetScopes(asked.GetScopes());
        if (behalf is not null && asked.HasScope(SignOnScopes.ActingFor)) identity.SetClaim(ActingFor, await PartyAsync(behalf));
        return identity.SetDestinations(Reach);
    }

    /// <summary>The same after a while, when the session and the account still stand: null when not.
    /// Whether a mandate still holds is asked of the person's session alone, so a renewed token says nothing of it.</summary>
    public async Task<ClaimsIdentity?> AgainAsync(ClaimsPrincipal before, bool renewed)
    {
        var (session, account) = (Guid.Parse(before.GetClaim(SessionId)!), Guid.Parse(before.GetClaim(AccountId)!));
        if (!await db.Set<Session>().AnyAsync(s => s.Id == session && s.AccountId == account && s.EndedAt == null)) return null;
        var found = await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == account);
        if (found is null) return null;
        var identity = ((ClaimsIdentity)before.Identity!).Clone();
        identity.SetClaim(Claims.AuthenticationContextReference, Acr(found.RealNameLevel));
        if (renewed) identity.RemoveClaims(ActingFor);
        return identity.SetDestinations(Reach);
    }

    private async Task<JsonElement> PartyAsync(Behalf behalf)
    {
        if (await db.Set<Organisation>().SingleOrDefaultAsync(o => o.Id == behalf.PartyId) is { } body)
            return JsonSerializer.SerializeToElement(new { kind = "organisation", name = body.Name, uscc = body.Uscc, mandate = behalf.MandateId });
        var person = await db.Set<Account>().SingleAsync(a => a.Id == behalf.PartyId);
        return JsonSerializer.SerializeToElement(new { kind = "person", name = person.Name, mandate = behalf.MandateId });
    }

    private static IEnumerable<string> Reach(Claim claim) => claim.Type switch
    {
        Claims.Subject => [Destinations.AccessToken, Destinations.IdentityToken],
        Claims.AuthenticationTime or Claims.AuthenticationContextReference or ActingFor => [Destinations.IdentityToken],
        _ => [],
    };
}

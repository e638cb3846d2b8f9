using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using Tongban.Hall.Platform.Data;
using static OpenIddict.Abstractions.OpenIddictConstants;
using Token = OpenIddict.EntityFrameworkCore.Models.OpenIddictEntityFrameworkCoreToken;

namespace Tongban.Hall.Systems.OpenInterface.SignOn;

/// <summary>A code or refresh token is used once. OpenIddict finds out who comes later; this finds out who comes at the same moment.
/// Each token names the one it was given for: when that one turns out to have been shown twice, it ends as well, however late it was written.</summary>
public sealed class OnceOnly(HallDb db)
{
    private const string Parent = "hall_parent";

    /// <summary>True for the first one only. Whoever else shows it ends the family.</summary>
    public async Task<bool> TakeAsync(ClaimsPrincipal shown)
    {
        var (id, parent) = (shown.GetTokenId(), shown.GetClaim(Parent));
        if ((parent is null || await db.Set<Token>().AnyAsync(t => t.Id == parent && t.Status == Statuses.Redeemed))
            && await db.Set<Token>().Where(t => t.Id == id && t.Status == Statuses.Valid).ExecuteUpdateAsync(set => set.SetProperty(t => t.Status, Statuses.Redeemed)) == 1) return true;
        var (family, stamp) = (shown.GetAuthorizationId(), Guid.NewGuid().ToString());
        await db.Set<Token>().Where(t => t.Authorization!.Id == family)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Status, Statuses.Revoked).SetProperty(t => t.ConcurrencyToken, stamp));
        return false;
    }

    /// <summary>What comes next says for which token it was given.</summary>
    public static void Name(ClaimsIdentity next, ClaimsPrincipal shown) => next.SetClaim(Parent, shown.GetTokenId());
}

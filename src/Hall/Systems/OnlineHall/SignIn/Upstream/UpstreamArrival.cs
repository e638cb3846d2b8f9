using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Upstream;

namespace Tongban.Hall.Systems.OnlineHall.SignIn.Upstream;

/// <summary>Somebody comes back from the provider, whose tokens were checked: whose account it is, and where he wanted to go.</summary>
public sealed class UpstreamArrival(Bindings bindings, Arrival arrival, Request request, IOptions<UpstreamOptions> options, CityTime time)
{
    private const string Asked = "asked", For = "for", To = "to";

    // Between two authorities' clocks.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>What is remembered, sealed, until the person is back.</summary>
    public AuthenticationProperties Departure(string to) => new(new Dictionary<string, string?>
    {
        [To] = to, [For] = request.AccountId?.ToString(), [Asked] = time.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
    }) { RedirectUri = to };

    /// <summary>"/en", where the person began in English.</summary>
    public static string Language(AuthenticationProperties? properties) =>
        properties?.GetString(To) is { } to && (to == "/en" || to.StartsWith("/en/", StringComparison.Ordinal)) ? "/en" : "";

    /// <summary>Where to go on.</summary>
    public async Task<Outcome<string>> AtAsync(HttpContext http, ClaimsPrincipal person, AuthenticationProperties departure)
    {
        if (!IsFresh(person, departure)) return Refusals.UpstreamFailed;
        var found = await bindings.ArriveAsync(Read(person));
        if (!found.Ok) return found.Refusal;
        // Who only was to show once more that it is he does not become somebody else.
        if (departure.GetString(For) is { Length: > 0 } before && before != found.Value.Id.ToString()) return Refusals.UpstreamDiffers;
        return ((LocalRedirectResult)await arrival.AtAsync(http, found.Value, SignInMethod.Provider, departure.GetString(To))).Url;
    }

    // Asking for a fresh sign-in goes through the person's browser; that there was one stands in the signed token.
    private static bool IsFresh(ClaimsPrincipal person, AuthenticationProperties departure) =>
        long.TryParse(person.FindFirstValue("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var shown)
        && long.TryParse(departure.GetString(Asked), NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
        && shown >= asked - (long)Skew.TotalSeconds;

    private Vouched Read(ClaimsPrincipal person)
    {
        var (subject, upstream) = (person.FindFirst("sub")!, options.Value);
        return new Vouched
        {
            Issuer = subject.Issuer, Subject = subject.Value, Name = person.FindFirstValue(upstream.NameClaim), CitizenNumber = person.FindFirstValue(upstream.NumberClaim),
            Level = upstream.LevelOf(person.FindFirstValue(upstream.LevelClaim)),
        };
    }
}

using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Platform.Proceedings;
using Tongban.TransparencyLog;

namespace Tongban.Hall.Services.Identity.SignIn;

/// <param name="What">What is counted, in words that name it: it is kept as a pseudonym.</param>
public sealed record Limit(string What, int Most, TimeSpan Per);

/// <summary>Counts before anybody looks, so that guesses sent at once are all counted. What went well is given back.</summary>
public sealed class Throttles(GroupCommit commit, HallKeys keys, CityTime time)
{
    /// <summary>Counts one more on each; null: none was at its limit. Else the first that was.</summary>
    public Task<Limit?> TakeAsync(params IReadOnlyList<Limit> limits) => commit.RunAsync(new Proceeding(Actor.System("throttle"), time.Now), async writing =>
    {
        Limit? reached = null;
        foreach (var limit in limits)
        {
            var counter = await CounterAsync(writing, Key(limit.What));
            if (counter.Until <= time.Now) (counter.Until, counter.Count) = (time.Now + limit.Per, 0);
            if (counter.Count >= limit.Most) reached ??= limit;
            // The wait begins with the last attempt that was allowed.
            else if (++counter.Count == limit.Most) counter.Until = time.Now + limit.Per;
        }
        return reached;
    });

    /// <summary>What was counted went well: as part of the step that says so.</summary>
    public async Task GiveBackAsync(HallDb writing, params IReadOnlyList<Limit> limits)
    {
        foreach (var limit in limits)
            if (await CounterAsync(writing, Key(limit.What)) is { Count: > 0 } counter) counter.Count--;
    }

    /// <summary>Begins to count anew.</summary>
    public async Task ForgetAsync(HallDb writing, params IReadOnlyList<Limit> limits)
    {
        foreach (var limit in limits) (await CounterAsync(writing, Key(limit.What))).Count = 0;
    }

    /// <summary>Where a request comes from: an IPv6 network is one household, whatever the last half says.</summary>
    public static string AddressOf(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    private string Key(string what) => Pseudonym.Of(Notary.Hash, keys.Pseudonym, "throttle", what);

    private static async Task<Throttle> CounterAsync(HallDb writing, string key) =>
        await writing.Set<Throttle>().AsTracking().SingleOrDefaultAsync(t => t.Key == key)
        ?? writing.Add(new Throttle { Key = key }).Entity;
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Sm;

namespace Tongban.Hall.Services.Identity.Passkeys;

/// <summary>Keeps what an authenticator was asked until it answers: in the database, so that any process may take the answer, and only once.</summary>
public sealed class Ceremonies(GroupCommit commit, CityTime time)
{
    private const string Cookie = "tongban-passkey";
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    public async Task BeginAsync(HttpContext http, string state)
    {
        var secret = RandomNumberGenerator.GetHexString(64, lowercase: true);
        await commit.RunAsync(Step, async writing =>
        {
            await writing.Set<PasskeyCeremony>().Where(c => c.At < time.Now.AddDays(-1)).ExecuteDeleteAsync();
            writing.Add(new PasskeyCeremony { Id = Ids.Next(time.Now), Browser = Hash(secret), State = state, At = time.Now });
        });
        http.Response.Cookies.Append(Cookie, secret, new CookieOptions
        {
            HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Strict, IsEssential = true, MaxAge = GoodFor,
        });
    }

    /// <summary>Null: none, too old, or answered before.</summary>
    public async Task<string?> EndAsync(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: 64 } secret) return null;
        http.Response.Cookies.Delete(Cookie);
        var browser = Hash(secret);
        return await commit.RunAsync(Step, async writing =>
        {
            var found = await writing.Set<PasskeyCeremony>().SingleOrDefaultAsync(c => c.Browser == browser);
            if (found is null || await writing.Set<PasskeyCeremony>().Where(c => c.Id == found.Id).ExecuteDeleteAsync() == 0) return null;
            return time.Now - found.At <= GoodFor ? found.State : null;
        });
    }

    private Proceeding Step => new(Actor.System("passkey"), time.Now);

    private static string Hash(string secret) => Sm3.Hex(Encoding.UTF8.GetBytes(secret));
}

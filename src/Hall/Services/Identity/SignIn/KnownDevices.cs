using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Web;
using Tongban.Sm;

namespace Tongban.Hall.Services.Identity.SignIn;

/// <summary>Knows a browser again by a cookie, so that a stranger's wrong passwords do not lock the owner out.</summary>
public sealed class KnownDevices(HallDb db, CityTime time)
{
    private const string Cookie = "tongban-device";
    private static readonly TimeSpan Keep = TimeSpan.FromDays(400);

    /// <summary>The device, if the account's owner has signed in there before.</summary>
    public async Task<string?> OfAsync(HttpContext http, Guid accountId) =>
        Read(http) is { } id && await db.Set<KnownDevice>().AnyAsync(d => d.Id == id && d.AccountId == accountId) ? id : null;

    /// <summary>Gives this browser its cookie. A kiosk belongs to nobody; null: it is one.</summary>
    public KnownDevice? Remember(HttpContext http, Guid accountId)
    {
        if (Preferences.Kiosk(http.Request)) return null;
        var secret = Read(http) is null ? RandomNumberGenerator.GetHexString(64, lowercase: true) : http.Request.Cookies[Cookie]!;
        http.Response.Cookies.Append(Cookie, secret, new CookieOptions
        {
            HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = Keep,
        });
        return new KnownDevice { Id = Hash(secret), AccountId = accountId, At = time.Now };
    }

    public async Task WriteAsync(HallDb writing, KnownDevice? device)
    {
        if (device is null) return;
        if (await writing.Set<KnownDevice>().AsTracking().SingleOrDefaultAsync(d => d.Id == device.Id && d.AccountId == device.AccountId) is { } known) known.At = time.Now;
        else writing.Add(device);
    }

    /// <summary>The account knows no browser any more.</summary>
    public static Task ForgetAsync(HallDb writing, Guid accountId) => writing.Set<KnownDevice>().Where(d => d.AccountId == accountId).ExecuteDeleteAsync();

    private static string? Read(HttpContext http) => http.Request.Cookies[Cookie] is { Length: 64 } secret ? Hash(secret) : null;

    private static string Hash(string secret) => Sm3.Hex(Encoding.UTF8.GetBytes(secret));
}

using Microsoft.AspNetCore.Mvc;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity;

namespace Tongban.Hall.Systems.OnlineHall.SignIn;

/// <summary>A person has shown who he is: his session begins, his preferences hold here, and he is led to where he wanted to go.</summary>
public sealed class Arrival(Sessions sessions, KeptPreferences preferences)
{
    public async Task<IActionResult> AtAsync(HttpContext http, Account account, SignInMethod by, string? to, Func<HallDb, Task>? together = null)
    {
        await sessions.BeginAsync(http, account, by, together);
        return await LeadAsync(http, account, to);
    }

    /// <summary>The same when the session has begun already.</summary>
    public async Task<IActionResult> LeadAsync(HttpContext http, Account account, string? to)
    {
        var english = await preferences.GiveAsync(http, account.Id) == "en";
        var path = Preferences.LocalPath(to) ?? $"{http.Request.PathBase}/my";
        return new LocalRedirectResult(english && !path.StartsWith("/en/", StringComparison.Ordinal) && path != "/en" ? $"/en{path}" : path);
    }
}

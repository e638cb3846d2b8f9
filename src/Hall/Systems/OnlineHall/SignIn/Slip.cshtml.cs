using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Tongban.Codes;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity.Passwords;
using Tongban.Hall.Services.Identity.SignIn;
using Tongban.Hall.Services.Identity.Window;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.OnlineHall.SignIn;

/// <summary>For who got a slip at a counter: it opens once, to choose a password. Nobody is signed in by this.</summary>
[EnableRateLimiting(RateLimits.Guessing)]
public sealed class SlipPage(WindowAccounts window, Passwords passwords, Throttles throttles, CityTime time, IOptions<SignInLimits> limits) : PageModel
{
    [BindProperty] public string? Number { get; set; }
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? Password { get; set; }

    public Dictionary<string, string> Errors { get; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (!CitizenNumber.TryParse(Number, time.Today, out var number, out var wrong)) Errors["Number"] = L(wrong.Zh, wrong.En);
        if (string.IsNullOrWhiteSpace(Code)) Errors["Code"] = L("请填写登录条上的码", "Give the code on the slip");
        if (PasswordPolicy.Refuse(Password ?? "", number?.Value, null) is { } weak) Errors["Password"] = weak.Message;
        if (Errors.Count > 0) return Page();
        if (await throttles.TakeAsync(new Limit($"signin-address:{Throttles.AddressOf(HttpContext)}", limits.Value.FailuresPerAddress, TimeSpan.FromMinutes(10))) is not null) return this.TooOften();
        var used = await window.UseSlipAsync(number!.Value, Code, passwords.Hash(Password!));
        if (used.Ok) return LocalRedirect(Url.Content("~/signin"));
        Errors["Code"] = used.Refusal.Message;
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity.Staff;

namespace Tongban.Hall.Systems.Workplace.SignIn;

[EnableRateLimiting(RateLimits.Guessing)]
public sealed class StaffSignInPage(StaffSignIns signIns, StaffSessions sessions, Posts posts, IOptions<HallOptions> options, CityTime time) : PageModel
{
    [BindProperty] public string? Number { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty] public string? Code { get; set; }

    [FromQuery(Name = "return")]
    public string? Return { get; set; }

    public bool Demo => options.Value.Demo;

    public DateTimeOffset Now => time.Now;

    public Dictionary<string, string> Errors { get; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Number) || string.IsNullOrEmpty(Password)) return Refuse(Refusals.StaffSignIn);
        var known = await signIns.CheckAsync(Number.Trim(), Password, Code);
        if (!known.Ok) return Refuse(known.Refusal);
        var member = known.Value.Member;
        if (member.SecondFactor is null || StaffPasswords.MustChange(member, time.Now))
        {
            await sessions.BeginAsync(HttpContext, member, null);
            return LocalRedirect(Url.Content("~/staff/first"));
        }
        if (await posts.OfAsync(member.Id) is not [var post, ..]) return Refuse(Refusals.StaffNoPost);
        await sessions.BeginAsync(HttpContext, member, post);
        return LocalRedirect(known.Value.BySpare ? Url.Content("~/staff/guard?spent=true") : Preferences.LocalPath(Return) ?? Url.Content("~/staff"));
    }

    private PageResult Refuse(Refusal refusal)
    {
        Errors["Number"] = refusal.Message;
        return Page();
    }
}

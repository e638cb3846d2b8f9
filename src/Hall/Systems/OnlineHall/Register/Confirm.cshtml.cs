using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Notices;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.OnlineHall.Register;

[EnableRateLimiting(RateLimits.Guessing)]
public sealed class ConfirmPage(UserManager<Account> accounts, Sessions sessions, GroupCommit commit, HallDb db, IOptions<SmsOptions> sms, CityTime time) : PageModel
{
    private const int MostTries = 5;
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    [BindProperty] public string? Code { get; set; }

    public Dictionary<string, string> Errors { get; } = [];

    public Uri? SmsInbox => sms.Value.Inbox;

    public async Task<IActionResult> OnGetAsync(Guid id) => await db.Set<Registration>().AnyAsync(r => r.Id == id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        // The try is counted before the code is looked at: guessing in parallel gains nothing.
        var registration = await commit.RunAsync(new Proceeding(Actor.System("registration"), time.Now), async writing =>
        {
            var found = await writing.Set<Registration>().AsTracking().SingleOrDefaultAsync(r => r.Id == id);
            if (found is not null) found.Tries++;
            return found;
        });
        if (registration is null) return NotFound();
        if (!Right(registration))
        {
            Errors["Code"] = L("验证码不对，或者已经过期。没有收到短信的，请核对填的内容再来一次", "The code is wrong or too old. If no message came, check what you filled in and start again");
            return Page();
        }
        var account = new Account
        {
            Id = registration.AccountId,
            Name = registration.Name,
            CitizenNumber = registration.CitizenNumber,
            PhoneNumber = registration.Mobile,
            PhoneNumberConfirmed = true,
            PasswordHash = registration.PasswordHash,
            RealNameLevel = RealNameLevel.Checked,
            CreatedAt = time.Now,
            LockoutEnabled = true,
        };
        var created = await accounts.CreateAsync(account);
        if (!created.Succeeded)
        {
            Errors["Code"] = L("这个号码已经注册过，请直接登录", "This number is registered already; please sign in");
            return Page();
        }
        await sessions.BeginAsync(HttpContext, account);
        return LocalRedirect(Url.Content("~/my"));
    }

    private bool Right(Registration registration) =>
        registration.Tries <= MostTries && time.Now - registration.At <= GoodFor && registration.Code is { } code
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes((Code ?? "").Trim()));
}

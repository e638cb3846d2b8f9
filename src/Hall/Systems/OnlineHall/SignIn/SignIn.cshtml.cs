using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongban.Codes;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.OnlineHall.SignIn;

public sealed class SignInPage(UserManager<Account> accounts, People people, Sessions sessions, IOptions<HallOptions> options) : PageModel
{
    // A hash that belongs to nobody: an unknown name takes as long as a wrong password.
    private static readonly string Nobody = new PasswordHasher<Account>().HashPassword(null!, Guid.NewGuid().ToString());

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [FromQuery(Name = "return")]
    public string? Return { get; set; }

    public bool Demo => options.Value.Demo;

    public Dictionary<string, string> Errors { get; } = [];

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Back() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Name)) Errors["Name"] = L("请填写身份证号码或手机号码", "Give your citizen number or mobile number");
        if (string.IsNullOrEmpty(Password)) Errors["Password"] = L("请填写密码", "Give your password");
        if (Errors.Count > 0) return Page();
        var account = await people.BySignInNameAsync(CitizenNumber.Normalise(Name));
        if (account is null)
        {
            accounts.PasswordHasher.VerifyHashedPassword(null!, Nobody, Password!);
            return Refuse();
        }
        var locked = await accounts.IsLockedOutAsync(account);
        var right = await accounts.CheckPasswordAsync(account, Password!);
        if (!locked && !right) await CountAsync(account);
        // Guesses sent all at once: the right one among them comes too late when the others have locked the account.
        if (locked || !right || await IsLockedNowAsync(account)) return Refuse();
        if (account.AccessFailedCount > 0) await accounts.ResetAccessFailedCountAsync(account);
        await sessions.BeginAsync(HttpContext, account);
        return Back();
    }

    // Two wrong tries at the same moment are two: whoever loses the race counts on what the other has counted.
    private async Task CountAsync(Account account)
    {
        while (!await accounts.IsLockedOutAsync(account) && !(await accounts.AccessFailedAsync(account)).Succeeded)
            account = await accounts.Users.SingleAsync(a => a.Id == account.Id);
    }

    private async Task<bool> IsLockedNowAsync(Account account) =>
        await accounts.IsLockedOutAsync(await accounts.Users.SingleAsync(a => a.Id == account.Id));

    // The same words whether the name is unknown, the password wrong or the account locked.
    private PageResult Refuse()
    {
        Errors["Password"] = L("号码或密码不对。连续错 5 次，要等 15 分钟再试", "Number or password is wrong. After five wrong tries, wait 15 minutes");
        return Page();
    }

    private LocalRedirectResult Back() => LocalRedirect(Preferences.LocalPath(Return) ?? Url.Content("~/my"));
}

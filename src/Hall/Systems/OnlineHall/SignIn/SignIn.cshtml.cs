using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Passkeys;
using Tongban.Hall.Services.Identity.SignIn;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.OnlineHall.SignIn;

public sealed class SignInPage(PasswordSignIn signIn, Passkeys passkeys, Arrival arrival, IOptions<HallOptions> options) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [FromQuery(Name = "return")]
    public string? Return { get; set; }

    public bool Demo => options.Value.Demo;

    public Dictionary<string, string> Errors { get; } = [];

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Preferences.LocalPath(Return) ?? Url.Content("~/my")) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Name)) Errors["Name"] = L("请填写身份证号码或手机号码", "Give your citizen number or mobile number");
        if (string.IsNullOrEmpty(Password)) Errors["Password"] = L("请填写密码", "Give your password");
        if (Errors.Count > 0) return Page();
        var signedIn = await signIn.TryAsync(HttpContext, Name!, Password!);
        return signedIn.Ok ? await arrival.LeadAsync(HttpContext, signedIn.Value, Return) : Refuse("Password", signedIn.Refusal);
    }

    public async Task<IActionResult> OnPostOptionsAsync() =>
        await passkeys.AskForAnyAsync(HttpContext) is { Ok: true } asked ? Content(asked.Value!, "application/json") : this.TooOften();

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        var shown = await passkeys.TakeAsync(HttpContext, credential ?? "");
        return shown.Ok ? await arrival.AtAsync(HttpContext, shown.Value.Account, SignInMethod.Passkey, Return, shown.Value.Used) : Refuse("Password", shown.Refusal);
    }

    private IActionResult Refuse(string field, Refusal refusal)
    {
        if (refusal == Refusals.TooOften) return this.TooOften();
        Errors[field] = refusal.Message;
        return Page();
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.OneTime;
using Tongban.Hall.Services.Identity.Passkeys;
using Tongban.Hall.Services.Identity.SignIn;
using Tongban.Hall.Services.Identity.Upstream;

namespace Tongban.Hall.Systems.OnlineHall.SignIn;

/// <summary>Where [FreshSignIn] leads: by password, code or passkey, and back. The session begins anew.</summary>
[Authorize]
public sealed class AgainPage(PasswordSignIn signIn, OneTimeCodes codes, Passkeys passkeys, Accounts accounts, Arrival arrival, Bindings bindings, Request request) : PageModel
{
    private Account account = null!;

    [FromQuery(Name = "return")]
    public string? Return { get; set; }

    public bool HasPassword => account.PasswordHash is not null;

    public bool HasMobile => account.PhoneNumber is not null;

    /// <summary>A provider may sign him in.</summary>
    public bool IsBound { get; private set; }

    /// <summary>A code is on its way.</summary>
    public bool Sent { get; private set; }

    public Dictionary<string, string> Errors { get; } = [];

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        account = (await accounts.FindAsync(request.AccountId!.Value))!;
        IsBound = (await bindings.OfAsync(account.Id)).Any(b => b.EndedAt is null);
        await next();
    }

    public IActionResult OnGet() => FreshSignInAttribute.IsFresh(HttpContext) ? LocalRedirect(Preferences.LocalPath(Return) ?? Url.Content("~/my")) : Page();

    public async Task<IActionResult> OnPostAsync(string? password)
    {
        var again = await signIn.AgainAsync(HttpContext, account, password ?? "");
        return again.Ok ? await arrival.LeadAsync(HttpContext, account, Return) : Refuse("Password", again.Refusal);
    }

    public async Task<IActionResult> OnPostCodeAsync()
    {
        var asked = await codes.AskAsync(HttpContext, new AskForCode { Purpose = CodePurpose.FreshSignIn, SubjectId = account.Id, Mobile = account.PhoneNumber, Person = account.PhoneNumber ?? account.Id.ToString() });
        Sent = true;
        return asked.Ok ? Page() : this.TooOften();
    }

    public async Task<IActionResult> OnPostEnterAsync(string? code)
    {
        var taken = await codes.TakeAsync(HttpContext, CodePurpose.FreshSignIn, code);
        if (taken.Ok && taken.Value == account.Id) return await arrival.AtAsync(HttpContext, account, SignInMethod.Code, Return);
        Sent = true;
        return Refuse("Code", Refusals.CodeWrong);
    }

    public async Task<IActionResult> OnPostOptionsAsync() =>
        await passkeys.AskForAnyAsync(HttpContext) is { Ok: true } asked ? Content(asked.Value!, "application/json") : this.TooOften();

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        var shown = await passkeys.TakeAsync(HttpContext, credential ?? "");
        return shown.Ok && shown.Value.Account.Id == account.Id
            ? await arrival.AtAsync(HttpContext, account, SignInMethod.Passkey, Return, shown.Value.Used)
            : Refuse("Password", Refusals.PasskeyFailed);
    }

    private IActionResult Refuse(string field, Refusal refusal)
    {
        if (refusal == Refusals.TooOften) return this.TooOften();
        Errors[field] = refusal.Message;
        return Page();
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Passwords;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.HomePages.Citizen;

[Authorize, FreshSignIn]
public sealed class PasswordPage(Accounts accounts, Passwords passwords, Request request) : PageModel
{
    public Dictionary<string, string> Errors { get; } = [];

    public async Task<IActionResult> OnPostAsync(string? password, string? repeated)
    {
        var account = (await accounts.FindAsync(request.AccountId!.Value))!;
        if (PasswordPolicy.Refuse(password, account.CitizenNumber, account.PhoneNumber) is { } weak) Errors["Password"] = weak.Message;
        else if (password != repeated) Errors["Repeated"] = L("两次填的不一样", "The two differ");
        if (Errors.Count > 0) return Page();
        await passwords.SetAsync(new SetPasswordOptions { AccountId = account.Id, Hash = passwords.Hash(password!), KeepSession = Sessions.IdOf(HttpContext) }, request.Proceeding());
        return LocalRedirect(Url.Content("~/my/account"));
    }
}

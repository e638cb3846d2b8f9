using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Passkeys;

namespace Tongban.Hall.Systems.HomePages.Citizen;

[Authorize, FreshSignIn]
public sealed class PasskeysPage(Accounts accounts, Passkeys passkeys, Request request) : PageModel
{
    public IReadOnlyList<Passkey> All { get; private set; } = [];

    public Dictionary<string, string> Errors { get; } = [];

    public async Task OnGetAsync() => All = await passkeys.OfAsync(request.AccountId!.Value);

    public async Task<IActionResult> OnPostOptionsAsync() =>
        Content(await passkeys.AskForNewAsync(HttpContext, (await accounts.FindAsync(request.AccountId!.Value))!), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, string? passkeyName)
    {
        var account = (await accounts.FindAsync(request.AccountId!.Value))!;
        var added = await passkeys.AddAsync(HttpContext, account, credential ?? "", passkeyName, request.Proceeding());
        if (added.Ok) return LocalRedirect(Url.Content("~/my/account/passkeys"));
        Errors["Passkey"] = added.Refusal.Message;
        await OnGetAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id)
    {
        await passkeys.RemoveAsync(request.AccountId!.Value, id, request.Proceeding());
        return LocalRedirect(Url.Content("~/my/account/passkeys"));
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Codes;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Mobiles;
using Tongban.Hall.Services.Identity.OneTime;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.HomePages.Citizen;

[Authorize, FreshSignIn]
public sealed class MobilePage(Accounts accounts, MobileChanges changes, OneTimeCodes codes, Request request) : PageModel
{
    [BindProperty] public string? Mobile { get; set; }

    public bool Sent { get; private set; }

    public Dictionary<string, string> Errors { get; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        var account = (await accounts.FindAsync(request.AccountId!.Value))!;
        if (!MobileNumber.TryParse(Mobile, out var mobile, out var wrong)) Errors["Mobile"] = L(wrong.Zh, wrong.En);
        else if (mobile == account.PhoneNumber) Errors["Mobile"] = Refusals.MobileSame.Message;
        if (Errors.Count > 0) return Page();
        var change = await changes.AskAsync(account, mobile!, request.Proceeding());
        var asked = await codes.AskAsync(HttpContext, new AskForCode { Purpose = CodePurpose.NewMobile, SubjectId = change.Id, Mobile = mobile, Person = mobile! });
        if (!asked.Ok) Errors["Mobile"] = asked.Refusal.Message;
        Sent = asked.Ok;
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(string? code)
    {
        var taken = await codes.TakeAsync(HttpContext, CodePurpose.NewMobile, code);
        if (taken.Ok)
        {
            await changes.ConfirmAsync(request.AccountId!.Value, taken.Value, request.Proceeding());
            return LocalRedirect(Url.Content("~/my/account"));
        }
        (Sent, Errors["Code"]) = (true, Refusals.CodeWrong.Message);
        return Page();
    }
}

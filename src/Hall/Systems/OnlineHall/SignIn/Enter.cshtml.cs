using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.OneTime;

namespace Tongban.Hall.Systems.OnlineHall.SignIn;

public sealed class EnterPage(OneTimeCodes codes, Accounts accounts, Arrival arrival) : PageModel
{
    [BindProperty] public string? Code { get; set; }

    [FromQuery(Name = "return")]
    public string? Return { get; set; }

    public Dictionary<string, string> Errors { get; } = [];

    public async Task<IActionResult> OnGetAsync() =>
        await codes.AskedAsync(HttpContext, CodePurpose.SignIn) ? Page() : LocalRedirect(Url.Content("~/signin/code"));

    public async Task<IActionResult> OnPostAsync()
    {
        var taken = await codes.TakeAsync(HttpContext, CodePurpose.SignIn, Code);
        if (taken.Ok && await accounts.FindAsync(taken.Value) is { } account) return await arrival.AtAsync(HttpContext, account, SignInMethod.Code, Return);
        Errors["Code"] = Refusals.CodeWrong.Message;
        return Page();
    }
}

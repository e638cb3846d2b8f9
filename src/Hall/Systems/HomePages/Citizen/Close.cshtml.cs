using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Privacy;

namespace Tongban.Hall.Systems.HomePages.Citizen;

[Authorize, SelfOnly, FreshSignIn]
public sealed class ClosePage(AccountClosings closings, Sessions sessions, Request request) : PageModel
{
    public IReadOnlyList<ClosingLine> Lines { get; private set; } = [];

    public IReadOnlyList<Text> Hindrances { get; private set; } = [];

    public Dictionary<string, string> Errors { get; } = [];

    public async Task OnGetAsync()
    {
        Lines = await closings.PreviewAsync(request.AccountId!.Value);
        Hindrances = await closings.HindrancesAsync(request.AccountId.Value);
    }

    public async Task<IActionResult> OnPostAsync(bool understood)
    {
        if (!understood) Errors["Understood"] = Say.L("请先确认您知道清除以后不能恢复", "Please confirm that you know it cannot be brought back");
        else if ((await closings.AskAsync(request.AccountId!.Value, request.Proceeding())).Ok)
        {
            await sessions.EndAsync(HttpContext);
            return LocalRedirect(Url.Content("~/closing"));
        }
        await OnGetAsync();
        return Page();
    }
}

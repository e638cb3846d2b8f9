using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity.Privacy;

namespace Tongban.Hall.Systems.HomePages.Citizen;

[Authorize, SelfOnly]
public sealed class ExportPage(DataExports exports, CityTime time, Request request) : PageModel
{
    public DataExport? Export { get; private set; }

    public ExportState State => Export?.StateAt(time.Now) ?? ExportState.Expired;

    public async Task OnGetAsync() => Export = await exports.NewestAsync(request.AccountId!.Value);

    public async Task<IActionResult> OnPostAsync()
    {
        await exports.AskAsync(request.AccountId!.Value, request.Proceeding());
        return LocalRedirect(Url.Content("~/my/data/export"));
    }
}

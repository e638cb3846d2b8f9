using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity.Privacy;

namespace Tongban.Hall.Systems.HomePages.Citizen;

[Authorize, SelfOnly, FreshSignIn]
public sealed class ExportFilePage(DataExports exports, Request request) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id) =>
        await exports.ReadAsync(id, request.AccountId!.Value, "file", request.Proceeding()) is { } found
            ? File(found.Json, "application/json", $"tongban-{found.Export.AskedAt:yyyyMMdd}.json") : NotFound();
}

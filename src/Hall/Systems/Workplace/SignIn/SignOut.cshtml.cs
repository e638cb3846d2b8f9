using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Services.Identity.Staff;

namespace Tongban.Hall.Systems.Workplace.SignIn;

[Authorize(AuthenticationSchemes = StaffOnlyAttribute.Scheme)]
public sealed class StaffSignOutPage(StaffSessions sessions) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(Url.Content("~/staff"));

    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.EndAsync(HttpContext);
        return LocalRedirect(Url.Content("~/staff/signin"));
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Services.Identity;

namespace Tongban.Hall.Systems.OnlineHall.SignIn;

public sealed class SignOutPage(Sessions sessions) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(Url.Content("~/"));

    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.EndAsync(HttpContext);
        return LocalRedirect(Url.Content("~/"));
    }
}

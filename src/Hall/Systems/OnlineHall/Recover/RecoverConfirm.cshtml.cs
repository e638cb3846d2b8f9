using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.OneTime;
using Tongban.Hall.Services.Identity.Passwords;

namespace Tongban.Hall.Systems.OnlineHall.Recover;

public sealed class RecoverConfirmPage(OneTimeCodes codes, Passwords passwords, HallDb db, CityTime time) : PageModel
{
    public Dictionary<string, string> Errors { get; } = [];

    public async Task<IActionResult> OnGetAsync() =>
        await codes.AskedAsync(HttpContext, CodePurpose.Recovery) ? Page() : LocalRedirect(Url.Content("~/recover"));

    // Nobody is signed in by this: the new password does it.
    public async Task<IActionResult> OnPostAsync(string? code)
    {
        var taken = await codes.TakeAsync(HttpContext, CodePurpose.Recovery, code);
        if (taken.Ok)
        {
            var wish = await db.Set<Registration>().SingleAsync(r => r.Id == taken.Value);
            await passwords.SetAsync(new SetPasswordOptions { AccountId = wish.AccountId, Hash = wish.PasswordHash!, Recovered = true },
                new Proceeding(new Actor(ActorKind.Citizen, wish.AccountId.ToString()), time.Now));
            return LocalRedirect(Url.Content("~/signin"));
        }
        Errors["Code"] = Refusals.CodeWrong.Message;
        return Page();
    }
}

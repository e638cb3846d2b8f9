using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.OneTime;
using Tongban.Hall.Systems.OnlineHall.SignIn;

namespace Tongban.Hall.Systems.OnlineHall.Register;

public sealed class ConfirmPage(OneTimeCodes codes, Accounts accounts, Arrival arrival, HallDb db, CityTime time) : PageModel
{
    [BindProperty] public string? Code { get; set; }

    public Dictionary<string, string> Errors { get; } = [];

    public async Task<IActionResult> OnGetAsync() =>
        await codes.AskedAsync(HttpContext, CodePurpose.Registration) ? Page() : LocalRedirect(Url.Content("~/register"));

    public async Task<IActionResult> OnPostAsync()
    {
        var taken = await codes.TakeAsync(HttpContext, CodePurpose.Registration, Code);
        if (!taken.Ok) return Refuse(taken.Refusal);
        var wish = await db.Set<Registration>().SingleAsync(r => r.Id == taken.Value);
        var opened = await accounts.OpenAsync(new OpenAccountOptions
        {
            Id = wish.AccountId, Name = wish.Name, CitizenNumber = wish.CitizenNumber, Mobile = wish.Mobile, PasswordHash = wish.PasswordHash, Level = wish.Level,
        }, new Proceeding(Actor.System("registration"), time.Now));
        if (!opened.Ok) return Refuse(opened.Refusal);
        return await arrival.AtAsync(HttpContext, opened.Value, SignInMethod.Registration, wish.PasswordHash is null ? "/my/account/passkeys" : null);
    }

    private PageResult Refuse(Refusal refusal)
    {
        Errors["Code"] = refusal.Message;
        return Page();
    }
}

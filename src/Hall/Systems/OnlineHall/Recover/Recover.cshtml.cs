using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Tongban.Codes;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.OneTime;
using Tongban.Hall.Services.Identity.Passwords;
using Tongban.Hall.Services.Identity.RealName;
using Tongban.Hall.Systems.OnlineHall.SignIn;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.OnlineHall.Recover;

/// <summary>A forgotten password: number, name and two proofs through the provider, and the code sent to the mobile on file, which nobody can name here.
/// What the page says does not tell who has an account.</summary>
[EnableRateLimiting(RateLimits.Guessing)]
public sealed class RecoverPage(Passwords passwords, People people, RealNames realNames, OneTimeCodes codes, CityTime time) : PageModel
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Number { get; set; }
    [BindProperty] public string? Kind1 { get; set; }
    [BindProperty] public string? Value1 { get; set; }
    [BindProperty] public string? Kind2 { get; set; }
    [BindProperty] public string? Value2 { get; set; }
    [BindProperty] public string? Password { get; set; }

    public Dictionary<string, string> Errors { get; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        var name = (Name ?? "").Trim();
        if (name.Length is 0 or > 60) Errors["Name"] = L("请填写证件上的姓名", "Give your name as on the card");
        if (!CitizenNumber.TryParse(Number, time.Today, out var number, out var wrong)) Errors["Number"] = L(wrong.Zh, wrong.En);
        var (first, second) = (TypedProof.Read(1, Kind1, Value1, optional: false, Errors), TypedProof.Read(2, Kind2, Value2, optional: false, Errors));
        if (first is not null && first.Kind == second?.Kind) Errors["Kind2"] = L("两项要不一样", "The two must differ");
        if (PasswordPolicy.Refuse(Password, number?.Value) is { } weak) Errors["Password"] = weak.Message;
        if (Errors.Count > 0) return Page();
        var account = await people.ByNumberAsync(number!.Value);
        var id = account?.Id ?? Ids.Next(time.Now);
        var check = await realNames.CheckAsync(new CheckOptions
        {
            SubjectId = id, CitizenNumber = number.Value, Name = name, Proofs = [first!, second!], Purpose = new Text("重设密码", "Setting a new password"),
        }, new Proceeding(Actor.System("recovery"), time.Now));
        if (check.Status is RealNameStatus.Unavailable or RealNameStatus.Untrusted) return Fail(Refusals.ProviderDown);
        var wish = new Registration
        {
            Id = Ids.Next(time.Now), AccountId = id, Name = name, CitizenNumber = number.Value, Mobile = "", PasswordHash = passwords.Hash(Password!), At = time.Now,
        };
        var sent = await codes.AskAsync(HttpContext, new AskForCode
        {
            Purpose = CodePurpose.Recovery, SubjectId = wish.Id, Person = account?.PhoneNumber ?? number.Value,
            Mobile = check.MatchedKinds.Count == 2 ? account?.PhoneNumber : null,
            Together = writing => writing.Add(wish),
        });
        return sent.Ok ? LocalRedirect(Url.Content("~/recover/confirm")) : Fail(sent.Refusal);
    }

    private IActionResult Fail(Refusal refusal)
    {
        if (refusal == Refusals.TooOften) return this.TooOften();
        Errors["Number"] = refusal.Message;
        return Page();
    }
}

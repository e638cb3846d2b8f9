using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Codes;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.OneTime;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.OnlineHall.SignIn;

/// <summary>Asks for a code. The answer is the same whoever is named.</summary>
public sealed class CodePage(People people, OneTimeCodes codes) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [FromQuery(Name = "return")]
    public string? Return { get; set; }

    public Dictionary<string, string> Errors { get; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        var typed = CitizenNumber.Normalise(Name);
        if (typed.Length == 0) Errors["Name"] = L("请填写身份证号码或手机号码", "Give your citizen number or mobile number");
        if (Errors.Count > 0) return Page();
        var account = await people.BySignInNameAsync(typed);
        var asked = await codes.AskAsync(HttpContext, new AskForCode
        {
            Purpose = CodePurpose.SignIn, SubjectId = account?.Id ?? Guid.NewGuid(), Mobile = account?.PhoneNumber, Person = account?.PhoneNumber ?? typed,
        });
        return asked.Ok
            ? LocalRedirect(Url.Content("~/signin/code/enter") + (Preferences.LocalPath(Return) is { } to ? $"?return={Uri.EscapeDataString(to)}" : ""))
            : this.TooOften();
    }
}

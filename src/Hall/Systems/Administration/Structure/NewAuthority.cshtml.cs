using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Codes;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Regions;
using Tongban.Hall.Platform.Web.Components;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Services.Identity.Staff.Factor;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.Administration.Structure;

[StaffOnly(StaffRole.SystemAdministrator), FreshSecondFactor]
public sealed class NewAuthorityPage(Authorities authorities, RegionTable regions, Request request, CityTime time) : PageModel
{
    [BindProperty] public string? Uscc { get; set; }
    [BindProperty] public AuthorityForm Form { get; set; } = new();

    public string From { get; private set; } = "";
    public Dictionary<string, string> Errors { get; } = [];

    public void OnGet() => From = time.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnPostAsync()
    {
        From = DateTagHelper.Read(Request.Form, "From");
        if (!SocialCreditCode.TryParse(Uscc, out var code, out var wrong)) Errors["Uscc"] = L(wrong.Zh, wrong.En);
        var terms = Form.Read(regions, Errors);
        if (!CityTime.TryReadDate(From, out var from)) Errors["From"] = L("请填写从哪天起", "Give the first day");
        if (Errors.Count > 0) return Page();
        var entered = await authorities.EnterAsync(new EnterAuthorityOptions { Uscc = code!.Value, Terms = terms!, From = from }, request.Proceeding());
        if (entered.Ok) return LocalRedirect(Url.Content($"~/admin/authorities/{code.Value}"));
        Errors["Uscc"] = entered.Refusal.Message;
        return Page();
    }
}

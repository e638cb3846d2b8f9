using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Services.Identity.Staff.Factor;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.Administration.Staffing;

[StaffOnly(StaffRole.SystemAdministrator), FreshSecondFactor]
public sealed class NewMemberPage(Members members, Request request) : PageModel
{
    [BindProperty] public string? Number { get; set; }
    [BindProperty] public string? Name { get; set; }

    public Dictionary<string, string> Errors { get; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        var (number, name) = ((Number ?? "").Trim(), (Name ?? "").Trim());
        if (number.Length is 0 or > 20) Errors["Number"] = L("请填写工号，最多 20 个字符", "Give a staff number of at most 20 characters");
        if (name.Length is 0 or > 60) Errors["Name"] = L("请填写姓名，最多 60 个字", "Give the name, at most 60 characters");
        if (Errors.Count > 0) return Page();
        var password = StaffPasswords.New();
        var entered = await members.EnterAsync(new EnterMemberOptions { Number = number, Name = name, FirstPassword = password }, request.Proceeding());
        if (entered.Ok) return this.Slip(new FirstPassword(entered.Value, password));
        Errors["Number"] = entered.Refusal.Message;
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web.Components;
using Tongban.Hall.Services.Identity.Kiosks;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Services.Identity.Staff.Factor;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.Administration;

/// <summary>自助终端: the security administrator registers them by their keys, and ends them.</summary>
[StaffOnly(StaffRole.SecurityAdministrator), FreshSecondFactor]
public sealed class KiosksPage(Kiosks kiosks, Posts posts, Request request) : PageModel
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public Guid? Office { get; set; }
    [BindProperty] public string? PublicKey { get; set; }

    public IReadOnlyList<KioskView> All { get; private set; } = [];
    public IReadOnlyList<Choice> Places { get; private set; } = [];
    public Dictionary<string, string> Errors { get; } = [];

    public async Task OnGetAsync()
    {
        All = await kiosks.AllAsync();
        Places = [.. (await posts.OfficesAsync()).Select(o => new Choice(o.Office.Id.ToString(), $"{L(o.Authority.NameZh, o.Authority.NameEn)} · {L(o.Office.NameZh, o.Office.NameEn)}"))];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > 60) Errors["Name"] = L("请填写名称，最多 60 个字", "Give a name of at most 60 characters");
        if (Office is null) Errors["Office"] = L("请选择放在哪里", "Choose where it stands");
        if (Errors.Count == 0 && await kiosks.RegisterAsync(Name!.Trim(), Office!.Value, PublicKey, request.Proceeding()) is { Ok: false } refused)
            Errors[refused.Refusal == Refusals.StaffUnknown ? "Office" : "PublicKey"] = refused.Refusal!.Message;
        if (Errors.Count == 0) return LocalRedirect(Url.Content("~/admin/kiosks"));
        await OnGetAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid kiosk) =>
        (await kiosks.EndAsync(kiosk, request.Proceeding())).Ok ? LocalRedirect(Url.Content("~/admin/kiosks")) : NotFound();
}

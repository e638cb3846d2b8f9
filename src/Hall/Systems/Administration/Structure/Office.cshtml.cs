using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web.Components;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Services.Identity.Staff.Factor;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.Administration.Structure;

/// <summary>One office: who has posts here, its names, its end.</summary>
[StaffOnly(StaffRole.SystemAdministrator), FreshSecondFactor]
public sealed class OfficePage(Authorities authorities, Offices offices, Posts posts, Request request, CityTime time) : PageModel
{
    [BindProperty] public string? NameZh { get; set; }
    [BindProperty] public string? NameEn { get; set; }
    [BindProperty] public int Version { get; set; }

    public Office Office { get; private set; } = null!;
    public Authority Authority { get; private set; } = null!;
    public IReadOnlyList<PostView> Held { get; private set; } = [];
    public string Last { get; private set; } = "";

    /// <summary>Somebody else changed it meanwhile: both are shown.</summary>
    public bool Stale { get; private set; }

    public Dictionary<string, string> Errors { get; } = [];
    public bool Open => !(Office.Until < time.Today);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        (NameZh, NameEn) = (Office.NameZh, Office.NameEn);
        return Page();
    }

    public async Task<IActionResult> OnPostChangeAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        var (zh, en) = AuthorityForm.ReadNames(NameZh, NameEn, Errors);
        if (Errors.Count > 0) return Page();
        var changed = await offices.ChangeAsync(new ChangeOfficeOptions { Id = id, NameZh = zh, NameEn = en, Version = Version }, request.Proceeding());
        Stale = changed.Refusal == Refusals.StaffStale;
        return await DoneAsync(changed.Refusal, "NameZh");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        (NameZh, NameEn, Last) = (Office.NameZh, Office.NameEn, DateTagHelper.Read(Request.Form, "Last"));
        if (!CityTime.TryReadDate(Last, out var last))
        {
            Errors["Last"] = L("请填写最后一天", "Give the last day");
            return Page();
        }
        return await DoneAsync((await offices.EndAsync(id, last, request.Proceeding())).Refusal, "Last");
    }

    private async Task<IActionResult> DoneAsync(Refusal? refusal, string field)
    {
        if (refusal is null) return LocalRedirect(Url.Content($"~/admin/offices/{Office.Id}"));
        if (refusal == Refusals.StaffUnknown) return NotFound();
        Errors[field] = refusal.Message;
        await LoadAsync(Office.Id);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await offices.FindAsync(id) is not { } found) return false;
        (Office, Authority) = (found, (await authorities.FindAsync(found.AuthorityUscc))!);
        Held = await posts.InAsync([found]);
        return true;
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Regions;
using Tongban.Hall.Platform.Web.Components;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Services.Identity.Staff.Factor;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.Administration.Structure;

/// <summary>One authority: its offices, its names and region, its end.</summary>
[StaffOnly(StaffRole.SystemAdministrator), FreshSecondFactor]
public sealed class AuthorityPage(Authorities authorities, Offices offices, Posts posts, StaffCases cases, RegionTable regions, Request request, CityTime time) : PageModel
{
    [BindProperty] public AuthorityForm Form { get; set; } = new();
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? OfficeZh { get; set; }
    [BindProperty] public string? OfficeEn { get; set; }

    public Authority Authority { get; private set; } = null!;
    public IReadOnlyList<Office> Offices { get; private set; } = [];
    public IReadOnlyList<PostView> Held { get; private set; } = [];
    public ILookup<Guid, PostView> Posts { get; private set; } = null!;
    public string From { get; private set; } = "";
    public string Last { get; private set; } = "";

    /// <summary>Somebody else changed it meanwhile: both are shown.</summary>
    public bool Stale { get; private set; }

    public Dictionary<string, string> Errors { get; } = [];
    public DateOnly Today => time.Today;
    public bool Open => !(Authority.Until < Today);

    public async Task<IActionResult> OnGetAsync(string uscc)
    {
        if (!await LoadAsync(uscc)) return NotFound();
        (Form, From) = (AuthorityForm.Of(Authority), Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return Page();
    }

    public async Task<IActionResult> OnPostChangeAsync(string uscc)
    {
        if (!await LoadAsync(uscc)) return NotFound();
        if (Form.Read(regions, Errors) is not { } terms) return Page();
        var changed = await authorities.ChangeAsync(new ChangeAuthorityOptions { Uscc = uscc, Terms = terms, Version = Version }, request.Proceeding());
        Stale = changed.Refusal == Refusals.StaffStale;
        return await DoneAsync(changed.Refusal, changed.Refusal == Refusals.AuthorityHasReach || changed.Refusal == Refusals.RegionUnknown ? "Region" : "NameZh");
    }

    public async Task<IActionResult> OnPostOpenAsync(string uscc)
    {
        if (!await LoadAsync(uscc)) return NotFound();
        (Form, From) = (AuthorityForm.Of(Authority), DateTagHelper.Read(Request.Form, "From"));
        var faults = new Dictionary<string, string>();
        var (zh, en) = AuthorityForm.ReadNames(OfficeZh, OfficeEn, faults);
        foreach (var (field, fault) in faults) Errors[field.Replace("Name", "Office", StringComparison.Ordinal)] = fault;
        if (!CityTime.TryReadDate(From, out var from)) Errors["From"] = L("请填写从哪天起", "Give the first day");
        if (Errors.Count > 0) return Page();
        var opened = await offices.OpenAsync(new OpenOfficeOptions { AuthorityUscc = uscc, NameZh = zh, NameEn = en, From = from }, request.Proceeding());
        return await DoneAsync(opened.Refusal, "From");
    }

    public async Task<IActionResult> OnPostEndAsync(string uscc)
    {
        if (!await LoadAsync(uscc)) return NotFound();
        (Form, Last) = (AuthorityForm.Of(Authority), DateTagHelper.Read(Request.Form, "Last"));
        if (!CityTime.TryReadDate(Last, out var last))
        {
            Errors["Last"] = L("请填写最后一天", "Give the last day");
            return Page();
        }
        var counts = await cases.CountsAsync(new Reach("000000000000", "999999999999", uscc));
        var underWay = counts.GetValueOrDefault(CaseState.Submitted) + counts.GetValueOrDefault(CaseState.Accepted);
        if (underWay > 0) return await DoneAsync(Refusals.CasesUnderWay(underWay), "Last");
        return await DoneAsync((await authorities.EndAsync(uscc, last, request.Proceeding())).Refusal, "Last");
    }

    private async Task<IActionResult> DoneAsync(Refusal? refusal, string field)
    {
        if (refusal is null) return LocalRedirect(Url.Content($"~/admin/authorities/{Authority.Uscc}"));
        if (refusal == Refusals.StaffUnknown) return NotFound();
        Errors[field] = refusal.Message;
        await LoadAsync(Authority.Uscc);
        return Page();
    }

    private async Task<bool> LoadAsync(string uscc)
    {
        if (await authorities.FindAsync(uscc) is not { } found) return false;
        (Authority, Offices) = (found, await offices.OfAsync(uscc));
        Held = await posts.InAsync(Offices);
        Posts = Held.ToLookup(p => p.Office.Id);
        return true;
    }
}

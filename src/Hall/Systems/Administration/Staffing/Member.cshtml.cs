using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web.Components;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Services.Identity.Staff.Factor;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.Administration.Staffing;

/// <summary>One member: posts proposed and ended, a lock opened, a password reset.</summary>
[StaffOnly(StaffRole.SystemAdministrator), FreshSecondFactor]
public sealed class MemberPage(Members members, Posts posts, StaffRequest staff, Request request, CityTime time) : PageModel
{
    [BindProperty] public Guid? Office { get; set; }
    [BindProperty] public List<StaffRole> Roles { get; set; } = [];

    public string From { get; private set; } = "";
    public string Until { get; private set; } = "";
    public StaffMember Member { get; private set; } = null!;
    public IReadOnlyList<PostView> Posts { get; private set; } = [];
    public IReadOnlyList<(Office Office, Authority Authority)> Offices { get; private set; } = [];
    public Dictionary<string, string> Errors { get; } = [];
    public DateTimeOffset Now => time.Now;
    public string LockedUntil => time.InCity(Member.LockedUntil!.Value).ToString("HH:mm", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        From = time.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return await LoadAsync(id) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostProposeAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        (From, Until) = (DateTagHelper.Read(Request.Form, "From"), DateTagHelper.Read(Request.Form, "Until"));
        if (Office is null) Errors["Office"] = L("请选择科室", "Choose an office");
        if (!CityTime.TryReadDate(From, out var from)) Errors["From"] = L("请填写从哪天开始", "Give the first day");
        DateOnly? until = null;
        if (CityTime.TryReadDate(Until, out var last)) until = last;
        else if (Until.Length > 0) Errors["Until"] = L("请填写到哪天为止，或者留空", "Give the last day, or leave it empty");
        if (Errors.Count > 0) return Page();
        var proposed = await posts.ProposeAsync(new ProposePostOptions { MemberId = id, OfficeId = Office!.Value, Roles = Roles, From = from, Until = until, By = staff.MemberId }, request.Proceeding());
        if (proposed.Ok) return Done(id);
        Errors[proposed.Refusal == Refusals.PostDates ? "Until" : proposed.Refusal == Refusals.OfficeDates ? "Office" : "Roles"] = proposed.Refusal.Message;
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, Guid post) =>
        await LoadAsync(id) && Posts.Any(p => p.Post.Id == post) && (await posts.EndAsync(post, request.Proceeding())).Ok ? Done(id) : NotFound();

    public async Task<IActionResult> OnPostUnlockAsync(Guid id) => (await members.UnlockAsync(id, request.Proceeding())).Ok ? Done(id) : NotFound();

    public async Task<IActionResult> OnPostResetAsync(Guid id)
    {
        var password = StaffPasswords.New();
        return await LoadAsync(id) && (await members.ResetAsync(id, password, request.Proceeding())).Ok ? this.Slip(new FirstPassword(Member, password)) : NotFound();
    }

    private LocalRedirectResult Done(Guid id) => LocalRedirect(Url.Content($"~/admin/members/{id}"));

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await members.FindAsync(id) is not { } found) return false;
        (Member, Posts, Offices) = (found, await posts.CurrentAsync(id), await posts.OfficesAsync());
        return true;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web.Components;
using Tongban.Hall.Services.Identity.Staff;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.Administration;

/// <summary>人员和岗位: the system administrator enters members, proposes posts, ends them, and resets who has lost the way in.</summary>
[StaffOnly(StaffRole.SystemAdministrator)]
public sealed class MembersPage(Members members, Posts posts, StaffRequest staff, Request request, CityTime time) : PageModel
{
    [BindProperty] public string? Number { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty] public string? Member { get; set; }
    [BindProperty] public Guid? Office { get; set; }
    [BindProperty] public List<StaffRole> Roles { get; set; } = [];

    public string From { get; private set; } = "";
    public string Until { get; private set; } = "";
    public IReadOnlyList<StaffMember> All { get; private set; } = [];
    public ILookup<Guid, PostView> Posts { get; private set; } = null!;
    public IReadOnlyList<(Office Office, Authority Authority)> Offices { get; private set; } = [];
    public Dictionary<string, string> Errors { get; } = [];

    public bool IsLocked(StaffMember member) => member.LockedUntil > time.Now;

    public async Task OnGetAsync()
    {
        (All, Offices) = (await members.AllAsync(), await posts.OfficesAsync());
        Posts = (await posts.CurrentAsync()).ToLookup(p => p.Member.Id);
        if (From.Length == 0) From = time.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    public async Task<IActionResult> OnPostEnterAsync()
    {
        if (string.IsNullOrWhiteSpace(Number) || Number.Trim().Length > 20) Errors["Number"] = L("请填写工号，最多 20 个字符", "Give a staff number of at most 20 characters");
        if (string.IsNullOrWhiteSpace(Name)) Errors["Name"] = L("请填写姓名", "Give the name");
        if ((Password ?? "").Length < StaffPasswords.Shortest) Errors["Password"] = L("首次密码至少 12 个字符", "The first password needs at least 12 characters");
        if (Errors.Count > 0) return await AgainAsync();
        var entered = await members.EnterAsync(new EnterMemberOptions { Number = Number!.Trim(), Name = Name!.Trim(), FirstPassword = Password! }, request.Proceeding());
        return entered.Ok ? Done() : await AgainAsync("Number", entered.Refusal);
    }

    public async Task<IActionResult> OnPostProposeAsync()
    {
        (From, Until) = (DateTagHelper.Read(Request.Form, "From"), DateTagHelper.Read(Request.Form, "Until"));
        var member = await members.ByNumberAsync((Member ?? "").Trim());
        if (member is null) Errors["Member"] = L("没有这个工号", "There is no such staff number");
        if (Office is null) Errors["Office"] = L("请选择科室", "Choose an office");
        if (!CityTime.TryReadDate(From, out var from)) Errors["From"] = L("请填写从哪天开始", "Give the first day");
        DateOnly? until = null;
        if (CityTime.TryReadDate(Until, out var last)) until = last;
        else if (Until.Length > 0) Errors["Until"] = L("请填写到哪天为止，或者留空", "Give the last day, or leave it empty");
        if (Errors.Count > 0) return await AgainAsync();
        var proposed = await posts.ProposeAsync(new ProposePostOptions { MemberId = member!.Id, OfficeId = Office!.Value, Roles = Roles, From = from, Until = until, By = staff.MemberId }, request.Proceeding());
        return proposed.Ok ? Done() : await AgainAsync(proposed.Refusal == Refusals.PostDates ? "Until" : "Roles", proposed.Refusal);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid post) => (await posts.EndAsync(post, request.Proceeding())).Ok ? Done() : NotFound();

    public async Task<IActionResult> OnPostResetAsync(Guid member, string? first)
    {
        if ((first ?? "").Length < StaffPasswords.Shortest)
        {
            Errors[$"first-{member}"] = L("首次密码至少 12 个字符", "The first password needs at least 12 characters");
            return await AgainAsync();
        }
        return (await members.ResetAsync(member, first!, request.Proceeding())).Ok ? Done() : NotFound();
    }

    private LocalRedirectResult Done() => LocalRedirect(Url.Content("~/admin/members"));

    private async Task<PageResult> AgainAsync(string? field = null, Refusal? refusal = null)
    {
        if (field is not null) Errors[field] = refusal!.Message;
        await OnGetAsync();
        return Page();
    }
}

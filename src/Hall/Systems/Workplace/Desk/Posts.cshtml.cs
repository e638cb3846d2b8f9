using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web.Components;
using Tongban.Hall.Services.Identity.Staff;

namespace Tongban.Hall.Systems.Workplace.Desk;

/// <summary>My posts: take another, and say who stands in for me.</summary>
[StaffOnly]
public sealed class MyPostsPage(Posts posts, StaffSessions sessions, StaffRequest staff, Request request) : PageModel
{
    [BindProperty] public string? Substitute { get; set; }

    public IReadOnlyList<PostView> All { get; private set; } = [];
    public PostView Now { get; private set; } = null!;
    public string From { get; private set; } = "";
    public string Until { get; private set; } = "";
    public Dictionary<string, string> Errors { get; } = [];

    public async Task OnGetAsync() => (All, Now) = (await posts.OfAsync(staff.MemberId), await staff.PostAsync());

    public async Task<IActionResult> OnPostTakeAsync(Guid post) =>
        await sessions.TakeAsync(HttpContext, staff.SessionId, staff.MemberId, post) ? LocalRedirect(Url.Content("~/staff")) : NotFound();

    public async Task<IActionResult> OnPostSubstituteAsync(Guid post)
    {
        await OnGetAsync();
        (From, Until) = (DateTagHelper.Read(Request.Form, "From"), DateTagHelper.Read(Request.Form, "Until"));
        if (!CityTime.TryReadDate(From, out var from)) Errors["From"] = Platform.Web.Say.L("请填写从哪天开始", "Give the first day");
        if (!CityTime.TryReadDate(Until, out var until)) Errors["Until"] = Platform.Web.Say.L("请填写到哪天为止", "Give the last day");
        if (Errors.Count > 0) return Page();
        var made = await posts.SubstituteAsync(post, staff.MemberId, (Substitute ?? "").Trim(), from, until, request.Proceeding());
        if (made.Ok) return LocalRedirect(Url.Content("~/staff/post"));
        Errors[made.Refusal == Platform.Outcomes.Refusals.PostDates ? "Until" : "Substitute"] = made.Refusal.Message;
        return Page();
    }
}

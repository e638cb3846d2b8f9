using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Services.Identity.Staff.Factor;

namespace Tongban.Hall.Systems.Administration.Staffing;

/// <summary>岗位确认: the security administrator's word puts a proposed post in force.</summary>
[StaffOnly(StaffRole.SecurityAdministrator), FreshSecondFactor]
public sealed class ConfirmPostsPage(Posts posts, StaffRequest staff, Request request) : PageModel
{
    public IReadOnlyList<PostView> Proposed { get; private set; } = [];
    public Dictionary<string, string> Errors { get; } = [];

    public async Task OnGetAsync() => Proposed = await posts.ProposedAsync();

    public async Task<IActionResult> OnPostAsync(Guid post)
    {
        var confirmed = await posts.ConfirmAsync(post, staff.MemberId, request.Proceeding());
        if (confirmed.Ok) return LocalRedirect(Url.Content("~/admin/posts"));
        if (confirmed.Refusal == Refusals.StaffUnknown) return NotFound();
        Errors[$"p-{post}"] = confirmed.Refusal.Message;
        await OnGetAsync();
        return Page();
    }
}

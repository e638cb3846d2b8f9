using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Services.Identity.Staff;

namespace Tongban.Hall.Systems.Workplace.Desk;

/// <summary>My posts: which I hold, in which I stand in, and in which I act now.</summary>
[StaffOnly]
public sealed class MyPostsPage(Posts posts, StaffSessions sessions, StaffRequest staff) : PageModel
{
    public IReadOnlyList<PostView> All { get; private set; } = [];
    public PostView Now { get; private set; } = null!;

    public async Task OnGetAsync() => (All, Now) = (await posts.OfAsync(staff.MemberId), await staff.PostAsync());

    public async Task<IActionResult> OnPostTakeAsync(Guid post) =>
        await sessions.TakeAsync(HttpContext, staff.SessionId, staff.MemberId, post) ? LocalRedirect(Url.Content("~/staff")) : NotFound();
}

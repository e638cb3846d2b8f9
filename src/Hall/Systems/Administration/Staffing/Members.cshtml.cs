using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform;
using Tongban.Hall.Services.Identity.Staff;

namespace Tongban.Hall.Systems.Administration.Staffing;

/// <summary>人员和岗位: all members of staff, by number.</summary>
[StaffOnly(StaffRole.SystemAdministrator)]
public sealed class MembersPage(Members members, Posts posts, CityTime time) : PageModel
{
    [FromQuery(Name = "q")] public string? Words { get; set; }
    [FromQuery(Name = "p")] public int Number { get; set; }

    public IReadOnlyList<StaffMember> Found { get; private set; } = [];
    public ILookup<Guid, PostView> Posts { get; private set; } = null!;
    public bool More { get; private set; }
    public DateTimeOffset Now => time.Now;

    public async Task OnGetAsync()
    {
        Number = Math.Clamp(Number, 0, 10_000);
        var found = await members.PageAsync(Words, Number);
        Found = [.. found.Take(Members.PageSize)];
        More = found.Count > Members.PageSize;
        Posts = (await posts.OfAllAsync(Found.Select(m => m.Id))).ToLookup(p => p.Member.Id);
    }
}

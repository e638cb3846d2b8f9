using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Services.Identity.Staff;

namespace Tongban.Hall.Systems.Workplace.Desk;

/// <summary>Where a member of staff begins: who I am, how far I see, and the cases within it.</summary>
[StaffOnly]
public sealed class DeskPage(StaffCases cases, PackageStore packages, StaffRequest staff) : PageModel
{
    [FromQuery(Name = "state")] public CaseState? State { get; set; }
    [FromQuery(Name = "before")] public Guid? Before { get; set; }

    public PostView Post { get; private set; } = null!;
    public Reach Reach { get; private set; } = null!;
    public IReadOnlyDictionary<CaseState, int> Counts { get; private set; } = new Dictionary<CaseState, int>();
    public IReadOnlyList<Case> Cases { get; private set; } = [];

    /// <summary>The last case of this page, when more follow.</summary>
    public Guid? More { get; private set; }

    public async Task OnGetAsync()
    {
        (Post, Reach) = (await staff.PostAsync(), await staff.ReachAsync());
        if (Reach == Reach.Nothing) return;
        Counts = await cases.CountsAsync(Reach);
        var page = await cases.PageAsync(Reach, State, Before);
        Cases = [.. page.Take(StaffCases.PageSize)];
        More = page.Count > StaffCases.PageSize ? Cases[^1].Id : null;
    }

    public string NameOf(Case one) => packages.Find(one.ItemId)?.Name.ToString() ?? one.ItemId;
}

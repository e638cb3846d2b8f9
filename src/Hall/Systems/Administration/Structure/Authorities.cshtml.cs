using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Services.Identity.Staff;

namespace Tongban.Hall.Systems.Administration.Structure;

/// <summary>机关和科室: all authorities, from the city down.</summary>
[StaffOnly(StaffRole.SystemAdministrator)]
public sealed class AuthoritiesPage(Authorities authorities) : PageModel
{
    [FromQuery(Name = "level")] public RegionLevel? Level { get; set; }
    [FromQuery(Name = "q")] public string? Words { get; set; }
    [FromQuery(Name = "ended")] public bool Ended { get; set; }
    [FromQuery(Name = "p")] public int Number { get; set; }

    public IReadOnlyList<Authority> Found { get; private set; } = [];
    public bool More { get; private set; }

    public async Task OnGetAsync()
    {
        Number = Math.Clamp(Number, 0, 10_000);
        var found = await authorities.PageAsync(new AuthorityFilter(Level, Words, Ended), Number);
        (Found, More) = ([.. found.Take(Authorities.PageSize)], found.Count > Authorities.PageSize);
    }
}

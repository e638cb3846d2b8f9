using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Staff;

namespace Tongban.Hall.Systems.Administration;

/// <summary>操作日志: everything that members of staff did, for the audit administrator, who changes nothing.</summary>
[StaffOnly(StaffRole.AuditAdministrator)]
public sealed class LogPage(HallDb db) : PageModel
{
    private const int PageSize = 50;

    [FromQuery(Name = "who")] public string? Who { get; set; }
    [FromQuery(Name = "event")] public string? Event { get; set; }
    [FromQuery(Name = "before")] public Guid? Before { get; set; }

    public IReadOnlyList<ProceedingEntry> Entries { get; private set; } = [];
    public LogText Text { get; private set; } = null!;
    public Guid? More { get; private set; }

    public async Task OnGetAsync()
    {
        var members = await db.Set<StaffMember>().ToListAsync();
        Text = new LogText(members.ToDictionary(m => m.Id), await db.Set<Office>().ToDictionaryAsync(o => o.Id));
        var actor = members.Find(m => m.Number == Who)?.Id.ToString();
        if (Who is not null && actor is null) return;
        var found = await db.Set<ProceedingEntry>()
            .Where(p => p.ActorKind == ActorKind.Staff && (actor == null || p.ActorId == actor) && (Event == null || p.Event == Event) && (Before == null || p.Id < Before))
            .OrderByDescending(p => p.Id).Take(PageSize + 1).ToListAsync();
        Entries = [.. found.Take(PageSize)];
        More = found.Count > PageSize ? Entries[^1].Id : null;
    }
}

using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Staff;

public sealed record OpenOfficeOptions
{
    public required string AuthorityUscc { get; init; }
    public required string NameZh { get; init; }
    public required string NameEn { get; init; }
    public required DateOnly From { get; init; }
}

public sealed record ChangeOfficeOptions
{
    public required Guid Id { get; init; }
    public required string NameZh { get; init; }
    public required string NameEn { get; init; }

    /// <summary>As whoever changes it saw it.</summary>
    public required int Version { get; init; }
}

/// <summary>科室、窗口: opened within an authority, renamed, ended.</summary>
public sealed class Offices(GroupCommit commit, HallDb db, CityTime time)
{
    public Task<Office?> FindAsync(Guid id) => db.Set<Office>().SingleOrDefaultAsync(o => o.Id == id);

    public async Task<IReadOnlyList<Office>> OfAsync(string uscc) => await db.Set<Office>().Where(o => o.AuthorityUscc == uscc).OrderBy(o => o.From).ThenBy(o => o.Id).ToListAsync();

    public Task<Outcome<Office>> OpenAsync(OpenOfficeOptions options, Proceeding proceeding)
    {
        var id = Ids.Next(time.Now);
        return commit.RunAsync<Outcome<Office>>(proceeding, async writing =>
        {
            // Counted up with its authority, so that neither ends while the other begins.
            var authority = await writing.Set<Authority>().AsTracking().SingleOrDefaultAsync(a => a.Uscc == options.AuthorityUscc);
            if (authority is null || authority.Until < time.Today) return Refusals.StaffUnknown;
            if (options.From < authority.From || options.From > authority.Until) return Refusals.OfficeDates;
            var office = new Office
            {
                Id = id, AuthorityUscc = options.AuthorityUscc, NameZh = options.NameZh, NameEn = options.NameEn, From = options.From, Until = authority.Until,
            };
            authority.Version++;
            writing.Add(office);
            writing.Record(new OfficeOpened(id, options.AuthorityUscc));
            return office;
        });
    }

    public Task<Outcome<Office>> ChangeAsync(ChangeOfficeOptions options, Proceeding proceeding) => commit.RunAsync<Outcome<Office>>(proceeding, async writing =>
    {
        if (await FindOpenAsync(writing, options.Id) is not { } office) return Refusals.StaffUnknown;
        if (office.Version != options.Version) return Refusals.StaffStale;
        (office.NameZh, office.NameEn, office.Version) = (options.NameZh, options.NameEn, office.Version + 1);
        writing.Record(new OfficeChanged(office.Id));
        return office;
    });

    public Task<Outcome<Office>> EndAsync(Guid id, DateOnly last, Proceeding proceeding) => commit.RunAsync<Outcome<Office>>(proceeding, async writing =>
    {
        if (await FindOpenAsync(writing, id) is not { } office) return Refusals.StaffUnknown;
        if (last < office.From || last < time.Today) return Refusals.LastDay;
        if (await PostsAfterAsync(writing, [office], last) is > 0 and var posts) return Refusals.PostsInForce(posts);
        End(writing, office, last);
        return office;
    });

    internal static void End(HallDb writing, Office office, DateOnly last)
    {
        if (office.Until <= last) return;
        (office.Until, office.Version) = (last, office.Version + 1);
        writing.Record(new OfficeEnded(office.Id, last));
    }

    /// <summary>How many posts of these offices, proposed ones too, go on after a day.</summary>
    internal static Task<int> PostsAfterAsync(HallDb writing, IReadOnlyList<Office> offices, DateOnly last)
    {
        var ids = offices.Select(o => o.Id).ToList();
        return writing.Set<Post>().CountAsync(p => ids.Contains(p.OfficeId) && p.EndedAt == null && (p.Until == null || p.Until > last));
    }

    private async Task<Office?> FindOpenAsync(HallDb writing, Guid id)
    {
        var today = time.Today;
        return await writing.Set<Office>().AsTracking().SingleOrDefaultAsync(o => o.Id == id && (o.Until == null || o.Until >= today));
    }
}

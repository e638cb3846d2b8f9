using Microsoft.EntityFrameworkCore;
using Tongban.Codes;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Regions;

namespace Tongban.Hall.Services.Identity.Staff;

/// <summary>What an authority is called and where it belongs. Its level is its region's.</summary>
public sealed record AuthorityTerms
{
    public required string NameZh { get; init; }
    public required string NameEn { get; init; }

    /// <summary>12 digits.</summary>
    public required string RegionCode { get; init; }
}

public sealed record EnterAuthorityOptions
{
    public required string Uscc { get; init; }
    public required AuthorityTerms Terms { get; init; }
    public required DateOnly From { get; init; }
}

public sealed record ChangeAuthorityOptions
{
    public required string Uscc { get; init; }
    public required AuthorityTerms Terms { get; init; }

    /// <summary>As whoever changes it saw it.</summary>
    public required int Version { get; init; }
}

/// <param name="Level">Null: all levels.</param>
/// <param name="Words">Part of a name or of the code; a region by its leading digits.</param>
/// <param name="Ended">Those that have ended, instead of those that have not.</param>
public sealed record AuthorityFilter(RegionLevel? Level, string? Words, bool Ended);

/// <summary>实施主体: the system administrator enters, changes and ends them.</summary>
public sealed class Authorities(GroupCommit commit, HallDb db, RegionTable regions, CityTime time)
{
    public const int PageSize = 50;

    public Task<Authority?> FindAsync(string uscc) => db.Set<Authority>().SingleOrDefaultAsync(a => a.Uscc == uscc);

    /// <summary>One page, from the city down, and one more to tell whether others follow.</summary>
    public Task<List<Authority>> PageAsync(AuthorityFilter filter, int page)
    {
        var (today, words) = (time.Today, filter.Words?.Trim() is { Length: > 0 } typed ? typed : null);
        return db.Set<Authority>()
            .Where(a => filter.Ended ? a.Until < today : a.Until == null || a.Until >= today)
            .Where(a => filter.Level == null || a.Level == filter.Level)
            .Where(a => words == null || a.NameZh.Contains(words) || a.NameEn.Contains(words) || a.Uscc.Contains(words) || a.RegionCode.StartsWith(words))
            .OrderBy(a => a.Level).ThenBy(a => a.RegionCode).ThenBy(a => a.Uscc).Skip(page * PageSize).Take(PageSize + 1).ToListAsync();
    }

    public Task<Outcome<Authority>> EnterAsync(EnterAuthorityOptions options, Proceeding proceeding) => commit.RunAsync<Outcome<Authority>>(proceeding, async writing =>
    {
        if (LevelOf(regions, options.Terms.RegionCode) is not { } level) return Refusals.RegionUnknown;
        if (await writing.Set<Authority>().AnyAsync(a => a.Uscc == options.Uscc)) return Refusals.AuthorityKnown;
        var authority = new Authority
        {
            Uscc = options.Uscc, NameZh = options.Terms.NameZh, NameEn = options.Terms.NameEn, Level = level, RegionCode = options.Terms.RegionCode, From = options.From,
        };
        writing.Add(authority);
        writing.Record(new AuthorityEntered(authority.Uscc));
        return authority;
    });

    /// <summary>The region says how far posts see: while there are posts, it stays, or one administrator alone could widen them.</summary>
    public Task<Outcome<Authority>> ChangeAsync(ChangeAuthorityOptions options, Proceeding proceeding) => commit.RunAsync<Outcome<Authority>>(proceeding, async writing =>
    {
        if (LevelOf(regions, options.Terms.RegionCode) is not { } level) return Refusals.RegionUnknown;
        if (await FindOpenAsync(writing, options.Uscc) is not { } authority) return Refusals.StaffUnknown;
        if (authority.Version != options.Version) return Refusals.StaffStale;
        if (authority.RegionCode != options.Terms.RegionCode)
        {
            var offices = await OfficesOfAsync(writing, authority.Uscc);
            if (await Offices.PostsAfterAsync(writing, offices, time.Today.AddDays(-1)) > 0) return Refusals.AuthorityHasReach;
            // Whoever proposes a post there at this moment looks again.
            offices.ForEach(o => o.Version++);
        }
        (authority.NameZh, authority.NameEn, authority.Level, authority.RegionCode) = (options.Terms.NameZh, options.Terms.NameEn, level, options.Terms.RegionCode);
        authority.Version++;
        writing.Record(new AuthorityChanged(authority.Uscc));
        return authority;
    });

    /// <summary>Its offices end with it. Posts must be ended before: nobody may find his desk gone.</summary>
    public Task<Outcome<Authority>> EndAsync(string uscc, DateOnly last, Proceeding proceeding) => commit.RunAsync<Outcome<Authority>>(proceeding, async writing =>
    {
        if (await FindOpenAsync(writing, uscc) is not { } authority) return Refusals.StaffUnknown;
        if (last < authority.From || last < time.Today) return Refusals.LastDay;
        var offices = await OfficesOfAsync(writing, uscc);
        if (await Offices.PostsAfterAsync(writing, offices, last) is > 0 and var posts) return Refusals.PostsInForce(posts);
        foreach (var office in offices) Offices.End(writing, office, last);
        (authority.Until, authority.Version) = (last, authority.Version + 1);
        writing.Record(new AuthorityEnded(uscc, last));
        return authority;
    });

    // One whose last day is to come may still be changed, and end sooner.
    private async Task<Authority?> FindOpenAsync(HallDb writing, string uscc)
    {
        var today = time.Today;
        return await writing.Set<Authority>().AsTracking().SingleOrDefaultAsync(a => a.Uscc == uscc && (a.Until == null || a.Until >= today));
    }

    private async Task<List<Office>> OfficesOfAsync(HallDb writing, string uscc)
    {
        var today = time.Today;
        return await writing.Set<Office>().AsTracking().Where(o => o.AuthorityUscc == uscc && (o.Until == null || o.Until >= today)).ToListAsync();
    }

    internal static RegionLevel? LevelOf(RegionTable regions, string region) => regions.Find(region) is not null && RegionCode.TryParse(region, out var code)
        && Enum.TryParse<RegionLevel>(code.Level.ToString(), out var level) ? level : null;
}

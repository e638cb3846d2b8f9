using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Staff;

public sealed record SubstituteOptions
{
    public required Guid PostId { get; init; }
    public required string SubstituteNumber { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }

    /// <summary>Who says so, in the post in which he acts.</summary>
    public required PostView By { get; init; }
}

/// <param name="Post">The post, with its holder.</param>
public sealed record SubstitutionView(Substitution Substitution, PostView Post, StaffMember Substitute);

/// <summary>代班: who stands in for whom. Each says it for his own post, the head of an authority for all of its posts but the administrators'.</summary>
public sealed class Substitutions(GroupCommit commit, HallDb db, Posts posts, CityTime time)
{
    private static readonly StaffRole[] Administrators = [StaffRole.SystemAdministrator, StaffRole.SecurityAdministrator, StaffRole.AuditAdministrator];

    /// <summary>The posts for which somebody may name a substitute.</summary>
    public async Task<IReadOnlyList<PostView>> PostsOfAsync(PostView by)
    {
        var today = time.Today;
        var all = await posts.CurrentAsync();
        return [.. all.Where(p => p.Post.ConfirmedAt is not null && (p.Post.Until is null || p.Post.Until >= today) && MaySpeakFor(by, p.Post, p.Authority.Uscc))];
    }

    /// <summary>Present and coming ones that concern these posts, or in which the member stands in.</summary>
    public async Task<IReadOnlyList<SubstitutionView>> CurrentAsync(IEnumerable<PostView> of, Guid memberId)
    {
        var (today, ids) = (time.Today, of.Select(p => p.Post.Id).ToList());
        var found = await (
            from one in db.Set<Substitution>()
            join substitute in db.Set<StaffMember>() on one.SubstituteId equals substitute.Id
            where one.EndedAt == null && one.Until >= today && (ids.Contains(one.PostId) || one.SubstituteId == memberId)
            orderby one.From, one.Id
            select new { one, substitute }).ToListAsync();
        var views = (await posts.CurrentAsync()).ToDictionary(p => p.Post.Id);
        return [.. found.Where(f => views.ContainsKey(f.one.PostId)).Select(f => new SubstitutionView(f.one, views[f.one.PostId], f.substitute))];
    }

    public Task<Outcome<Substitution>> MakeAsync(SubstituteOptions options, Proceeding proceeding)
    {
        var id = Ids.Next(time.Now);
        return commit.RunAsync<Outcome<Substitution>>(proceeding, async writing =>
        {
            if (options.Until < options.From || options.Until < time.Today) return Refusals.PostDates;
            if (await FindPostAsync(writing, options.PostId, options.By) is not { } post) return Refusals.StaffUnknown;
            if (await writing.Set<StaffMember>().SingleOrDefaultAsync(m => m.Number == options.SubstituteNumber) is not { } other) return Refusals.MemberUnknown;
            if (other.Id == post.MemberId) return Refusals.OwnSubstitute;
            if (await Posts.SeparatedAsync(writing, other.Id, post.RoleList) is { } refusal) return refusal;
            if (await writing.Set<Substitution>().AnyAsync(s => s.PostId == post.Id && s.EndedAt == null && s.From <= options.Until && s.Until >= options.From)) return Refusals.SubstitutedAlready;
            var made = new Substitution { Id = id, PostId = post.Id, SubstituteId = other.Id, From = options.From, Until = options.Until };
            // One at a time: of two said at once, the second looks again.
            post.Version++;
            writing.Add(made);
            writing.Record(new SubstitutionMade(id, post.Id, other.Id));
            return made;
        });
    }

    public Task<Outcome<bool>> EndAsync(Guid id, PostView by, Proceeding proceeding) => commit.RunAsync<Outcome<bool>>(proceeding, async writing =>
    {
        var made = await writing.Set<Substitution>().AsTracking().SingleOrDefaultAsync(s => s.Id == id && s.EndedAt == null);
        if (made is null || await FindPostAsync(writing, made.PostId, by) is null) return Refusals.StaffUnknown;
        (made.EndedAt, made.Version) = (proceeding.At, made.Version + 1);
        writing.Record(new SubstitutionEnded(id));
        return true;
    });

    private static async Task<Post?> FindPostAsync(HallDb writing, Guid id, PostView by)
    {
        var post = await writing.Set<Post>().AsTracking().SingleOrDefaultAsync(p => p.Id == id && p.EndedAt == null && p.ConfirmedAt != null);
        if (post is null) return null;
        var office = await writing.Set<Office>().SingleAsync(o => o.Id == post.OfficeId);
        return MaySpeakFor(by, post, office.AuthorityUscc) ? post : null;
    }

    // Standing in for somebody is no right to hand his post on. A head who could hand on an administrator's post would need no second word.
    private static bool MaySpeakFor(PostView by, Post post, string uscc) =>
        post.MemberId == by.Member.Id
        || by.Post.RoleList.Contains(StaffRole.Head) && by.Authority.Uscc == uscc && !post.RoleList.Any(Administrators.Contains);
}

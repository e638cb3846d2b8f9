using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Staff;

public sealed record ProposePostOptions
{
    public required Guid MemberId { get; init; }
    public required Guid OfficeId { get; init; }
    public required IReadOnlyList<StaffRole> Roles { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>The administrator who proposes.</summary>
    public required Guid By { get; init; }
}

/// <summary>A post with what one wants to know of it.</summary>
/// <param name="StandsInFor">Whose post it is, when the member only stands in.</param>
public sealed record PostView(Post Post, Office Office, Authority Authority, StaffMember Member, StaffMember? StandsInFor);

/// <summary>Who may do what, where, and since when.</summary>
public sealed class Posts(GroupCommit commit, HallDb db, CityTime time)
{
    /// <summary>The posts in which a member may act today: his own, and those in which he stands in for another.</summary>
    public async Task<IReadOnlyList<PostView>> OfAsync(Guid memberId)
    {
        var today = time.Today;
        var standsIn = await db.Set<Substitution>().Where(s => s.SubstituteId == memberId && s.EndedAt == null).ToListAsync();
        var others = standsIn.Where(s => s.InForceOn(today)).Select(s => s.PostId).ToList();
        var views = await ViewsAsync(db.Set<Post>().Where(p => p.MemberId == memberId || others.Contains(p.Id)));
        var self = await db.Set<StaffMember>().SingleAsync(m => m.Id == memberId);
        return [.. views.Where(v => v.Post.InForceOn(today) && v.Office.InForceOn(today) && v.Authority.InForceOn(today)).Select(v => v.Member.Id == memberId ? v : v with { Member = self, StandsInFor = v.Member })];
    }

    /// <summary>All posts that have not ended, of one member or of all.</summary>
    public Task<List<PostView>> CurrentAsync(Guid? memberId = null) => ViewsAsync(db.Set<Post>().Where(p => p.EndedAt == null && (memberId == null || p.MemberId == memberId)));

    /// <summary>All posts of these members that have not ended.</summary>
    public Task<List<PostView>> OfAllAsync(IEnumerable<Guid> members)
    {
        var ids = members.ToList();
        return ViewsAsync(db.Set<Post>().Where(p => p.EndedAt == null && ids.Contains(p.MemberId)));
    }

    /// <summary>All posts of these offices that have not ended.</summary>
    public Task<List<PostView>> InAsync(IEnumerable<Office> offices)
    {
        var (ids, today) = (offices.Select(o => o.Id).ToList(), time.Today);
        return ViewsAsync(db.Set<Post>().Where(p => p.EndedAt == null && ids.Contains(p.OfficeId) && (p.Until == null || p.Until >= today)));
    }

    public Task<List<PostView>> ProposedAsync() => ViewsAsync(db.Set<Post>().Where(p => p.EndedAt == null && p.ConfirmedAt == null));

    /// <summary>Where posts can be.</summary>
    public async Task<IReadOnlyList<(Office Office, Authority Authority)>> OfficesAsync()
    {
        var today = time.Today;
        return [.. (await (
            from office in db.Set<Office>()
            join authority in db.Set<Authority>() on office.AuthorityUscc equals authority.Uscc
            where office.Until == null || office.Until >= today
            orderby authority.RegionCode, authority.Uscc
            select new { office, authority }).ToListAsync()).Select(o => (o.office, o.authority))];
    }

    public Task<Outcome<Post>> ProposeAsync(ProposePostOptions options, Proceeding proceeding)
    {
        var id = Ids.Next(time.Now);
        return commit.RunAsync<Outcome<Post>>(proceeding, async writing =>
        {
            if (options.Until < options.From) return Refusals.PostDates;
            if (await SeparatedAsync(writing, options.MemberId, options.Roles) is { } refusal) return refusal;
            var office = await writing.Set<Office>().AsTracking().SingleOrDefaultAsync(o => o.Id == options.OfficeId);
            if (office is null || !await writing.Set<StaffMember>().AnyAsync(m => m.Id == options.MemberId)) return Refusals.StaffUnknown;
            if (options.From < office.From || office.Until is { } last && !(options.Until <= last)) return Refusals.OfficeDates;
            // Whoever ends the office at this moment looks again.
            office.Version++;
            var post = new Post
            {
                Id = id, MemberId = options.MemberId, OfficeId = options.OfficeId, Roles = string.Join(',', options.Roles.Distinct()),
                From = options.From, Until = options.Until, ProposedBy = options.By,
            };
            writing.Add(post);
            writing.Record(new PostProposed(id, post.MemberId, post.OfficeId, post.Roles));
            return post;
        });
    }

    /// <summary>The second administrator's word puts a post in force.</summary>
    public Task<Outcome<bool>> ConfirmAsync(Guid id, Guid by, Proceeding proceeding) => commit.RunAsync<Outcome<bool>>(proceeding, async writing =>
    {
        var post = await writing.Set<Post>().AsTracking().SingleOrDefaultAsync(p => p.Id == id && p.EndedAt == null && p.ConfirmedAt == null);
        if (post is null) return Refusals.StaffUnknown;
        if (post.ProposedBy == by || post.MemberId == by) return Refusals.OwnPost;
        if (await SeparatedAsync(writing, post.MemberId, post.RoleList, except: id) is { } refusal) return refusal;
        (post.ConfirmedAt, post.Version) = (proceeding.At, post.Version + 1);
        writing.Record(new PostConfirmed(id));
        return true;
    });

    public Task<Outcome<bool>> EndAsync(Guid id, Proceeding proceeding) => commit.RunAsync<Outcome<bool>>(proceeding, async writing =>
    {
        if (await writing.Set<Post>().AsTracking().SingleOrDefaultAsync(p => p.Id == id && p.EndedAt == null) is not { } post) return Refusals.StaffUnknown;
        (post.EndedAt, post.Version) = (proceeding.At, post.Version + 1);
        writing.Record(new PostEnded(id));
        return true;
    });

    // Over all posts that are in force, proposed, or stood in for: also those that begin later.
    internal static async Task<Refusal?> SeparatedAsync(HallDb writing, Guid memberId, IReadOnlyList<StaffRole> more, Guid? except = null)
    {
        if (more.Count == 0) return Refusals.PostRoles;
        var stoodIn = await writing.Set<Substitution>().Where(s => s.SubstituteId == memberId && s.EndedAt == null).Select(s => s.PostId).ToListAsync();
        var held = await writing.Set<Post>().Where(p => p.EndedAt == null && p.Id != except && (p.MemberId == memberId || stoodIn.Contains(p.Id))).ToListAsync();
        return RoleSeparation.Check(held.SelectMany(p => p.RoleList).Concat(more));
    }

    private static async Task<List<PostView>> ViewsAsync(IQueryable<Post> posts, HallDb db) => (await (
        from post in posts
        join office in db.Set<Office>() on post.OfficeId equals office.Id
        join authority in db.Set<Authority>() on office.AuthorityUscc equals authority.Uscc
        join member in db.Set<StaffMember>() on post.MemberId equals member.Id
        orderby post.From, post.Id
        select new { post, office, authority, member }).ToListAsync()).ConvertAll(v => new PostView(v.post, v.office, v.authority, v.member, null));

    private Task<List<PostView>> ViewsAsync(IQueryable<Post> posts) => ViewsAsync(posts, db);
}

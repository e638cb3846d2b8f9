using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Staff;

/// <summary>Begins and ends what a browser may do in a member's name. The cookie only names the session; post and roles are asked
/// of the database at each request, so what ends there ends at once.</summary>
public sealed class StaffSessions(GroupCommit commit, HallDb db, Posts posts, IOptions<StaffOptions> options, CityTime time)
{
    /// <param name="post">Null: he may only choose a password and enrol a second factor.</param>
    public async Task BeginAsync(HttpContext http, StaffMember member, PostView? post)
    {
        var session = new StaffSession
        {
            Id = Ids.Next(time.Now), MemberId = member.Id, PostId = post?.Post.Id, StartedAt = time.Now, FactorAt = post is null ? null : time.Now,
            Device = http.Request.Headers.UserAgent.ToString() is { Length: > 120 } longer ? longer[..120] : http.Request.Headers.UserAgent.ToString(),
        };
        await commit.RunAsync(Of(member.Id), writing =>
        {
            writing.Add(session);
            writing.Record(new StaffSignedIn(member.Id, session.Id, session.PostId));
        });
        await http.SignInAsync(StaffOnlyAttribute.Scheme, Principal(session, member, post));
    }

    /// <summary>The member acts in another of his posts from now on.</summary>
    public async Task<bool> TakeAsync(HttpContext http, Guid sessionId, Guid memberId, Guid postId)
    {
        if ((await posts.OfAsync(memberId)).FirstOrDefault(p => p.Post.Id == postId) is not { } post) return false;
        var session = await commit.RunAsync(Of(memberId), async writing =>
        {
            var running = await writing.Set<StaffSession>().AsTracking().SingleOrDefaultAsync(s => s.Id == sessionId && s.MemberId == memberId && s.EndedAt == null);
            if (running is null) return null;
            (running.PostId, running.Version) = (postId, running.Version + 1);
            writing.Record(new PostTaken(memberId, sessionId, postId));
            return running;
        });
        if (session is null) return false;
        await http.SignInAsync(StaffOnlyAttribute.Scheme, Principal(session, post.Member, post));
        return true;
    }

    public async Task EndAsync(HttpContext http)
    {
        if (http.User is { } user && Guid.TryParse(user.FindFirstValue(ClaimNames.Session), out var id) && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var member))
            await commit.RunAsync(Of(member), async writing =>
            {
                if (await writing.Set<StaffSession>().AsTracking().SingleOrDefaultAsync(s => s.Id == id && s.MemberId == member && s.EndedAt == null) is not { } session) return;
                (session.EndedAt, session.Version) = (time.Now, session.Version + 1);
                writing.Record(new StaffSignedOut(member, id));
            });
        await http.SignOutAsync(StaffOnlyAttribute.Scheme);
    }

    /// <summary>All browsers of a member, as part of another step.</summary>
    public static async Task EndAllAsync(HallDb writing, Guid memberId, DateTimeOffset at)
    {
        foreach (var session in await writing.Set<StaffSession>().AsTracking().Where(s => s.MemberId == memberId && s.EndedAt == null).ToListAsync())
        {
            (session.EndedAt, session.Version) = (at, session.Version + 1);
            writing.Record(new StaffSignedOut(memberId, session.Id));
        }
    }

    /// <summary>Who stands behind a cookie now; null: nobody any more.</summary>
    public async Task<ClaimsPrincipal?> NowAsync(ClaimsPrincipal? cookie)
    {
        if (!Guid.TryParse(cookie?.FindFirstValue(ClaimNames.Session), out var id)) return null;
        var session = await db.Set<StaffSession>().SingleOrDefaultAsync(s => s.Id == id && s.EndedAt == null);
        if (session is null || session.StartedAt + options.Value.Longest < time.Now) return null;
        if (session.PostId is null) return await db.Set<StaffMember>().SingleAsync(m => m.Id == session.MemberId) is { } member ? Principal(session, member, null) : null;
        return (await posts.OfAsync(session.MemberId)).FirstOrDefault(p => p.Post.Id == session.PostId) is { } post ? Principal(session, post.Member, post) : null;
    }

    /// <summary>The session that a principal names, while it runs and is in a post.</summary>
    public async Task<(StaffSession Session, PostView Post)?> RunningAsync(Guid id)
    {
        var session = await db.Set<StaffSession>().SingleOrDefaultAsync(s => s.Id == id && s.EndedAt == null);
        if (session is null || session.StartedAt + options.Value.Longest < time.Now) return null;
        return (await posts.OfAsync(session.MemberId)).FirstOrDefault(p => p.Post.Id == session.PostId) is { } post ? (session, post) : null;
    }

    private Proceeding Of(Guid memberId) => new(new Actor(ActorKind.Staff, memberId.ToString()), time.Now);

    private static ClaimsPrincipal Principal(StaffSession session, StaffMember member, PostView? post) => new(new ClaimsIdentity(
    [
        new Claim(ClaimTypes.NameIdentifier, member.Id.ToString()),
        new Claim(ClaimTypes.Name, member.Name),
        new Claim(ClaimNames.Session, session.Id.ToString()),
        .. session.FactorAt is { } shown ? new Claim[] { new(ClaimNames.SignedInAt, shown.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture)) } : [],
        .. post is null ? [] : new Claim[]
        {
            new(ClaimNames.Post, post.Post.Id.ToString()),
            new(ClaimNames.Office, post.Office.Id.ToString()),
            new(ClaimNames.Authority, post.Authority.Uscc),
            new(ClaimNames.Region, post.Authority.RegionCode),
        },
        .. post?.Post.RoleList.Select(r => new Claim(ClaimTypes.Role, r.ToString())) ?? [],
    ], StaffOnlyAttribute.Scheme));
}

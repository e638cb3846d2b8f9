using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Mandates;
using Tongban.Hall.Services.Identity.Privacy;
using Tongban.Hall.Services.Identity.SignIn;

namespace Tongban.Hall.Services.Identity;

/// <summary>A session as its owner sees it.</summary>
public sealed record SessionView(Session Session, DateTimeOffset SeenAt);

/// <summary>Begins and ends what a browser may do in a person's name.</summary>
public sealed class Sessions(GroupCommit commit, HallDb db, CityTime time, KnownDevices devices, Representation representation, IOptions<SignInLimits> options)
{
    // Written this seldom, so that reading a page is not a write.
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <summary>The session of this browser.</summary>
    public static Guid? IdOf(HttpContext http) => SessionPrincipal.SessionOf(http.User);

    /// <summary>A new session for this browser; the one it had is over, whoever's it was.</summary>
    /// <param name="together">What must hold exactly when the session begins.</param>
    public async Task BeginAsync(HttpContext http, Account account, SignInMethod by, Func<HallDb, Task>? together = null)
    {
        var replaced = IdOf(http);
        var session = new Session
        {
            Id = Ids.Next(time.Now), AccountId = account.Id, By = by, StartedAt = time.Now, Device = DeviceName.Shorten(http.Request.Headers.UserAgent.ToString()),
        };
        var known = devices.Remember(http, account.Id);
        await commit.RunAsync(Of(account.Id) with { Kiosk = AtKiosk.Of(http) }, async writing =>
        {
            if (together is not null) await together(writing);
            await AccountClosings.CallOffAsync(writing, account.Id, time.Now);
            await devices.WriteAsync(writing, known);
            if (await writing.Set<Session>().AsTracking().SingleOrDefaultAsync(s => s.Id == replaced && s.EndedAt == null) is { } before)
            {
                before.EndedAt = time.Now;
                // Who confirms that it is he goes on with what he was doing.
                if (before.AccountId == account.Id) session.MandateId = before.MandateId;
            }
            writing.Add(session);
            writing.Record(new SignedIn(account.Id, session.Id, by, replaced));
        });
        await http.SignInAsync(IdentityConstants.ApplicationScheme, SessionPrincipal.Of(session, account.Name, account.RealNameLevel));
    }

    /// <summary>Whether the session that a cookie names still runs; if so, what it says now.</summary>
    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var id = SessionPrincipal.SessionOf(context.Principal);
        var found = await (from s in db.Set<Session>()
                           join a in db.Set<Account>() on s.AccountId equals a.Id
                           join seen in db.Set<SessionSighting>() on s.Id equals seen.SessionId into seenAt
                           from last in seenAt.DefaultIfEmpty()
                           where s.Id == id && s.EndedAt == null
                           select new { Session = s, Level = a.RealNameLevel, Seen = (DateTimeOffset?)last.At }).SingleOrDefaultAsync();
        if (found is null || !Runs(found.Session, found.Seen ?? found.Session.StartedAt))
        {
            context.RejectPrincipal();
            return;
        }
        if (time.Now - (found.Seen ?? found.Session.StartedAt) > SeenEvery) await SeeAsync(found.Session);
        var acting = found.Session.MandateId is { } mandate ? await representation.FindAsync(mandate, found.Session.AccountId) : null;
        context.ReplacePrincipal(SessionPrincipal.Of(found.Session, context.Principal!.FindFirstValue(ClaimTypes.Name)!, found.Level, acting));
    }

    /// <summary>The account's running sessions, the newest first.</summary>
    public async Task<IReadOnlyList<SessionView>> OfAsync(Guid accountId)
    {
        var sessions = await db.Set<Session>().Where(s => s.AccountId == accountId && s.EndedAt == null && s.StartedAt > time.Now - options.Value.Longest).ToListAsync();
        var ids = sessions.ConvertAll(s => s.Id);
        var seen = await db.Set<SessionSighting>().Where(s => ids.Contains(s.SessionId)).ToDictionaryAsync(s => s.SessionId, s => s.At);
        return [.. sessions.Select(s => new SessionView(s, seen.GetValueOrDefault(s.Id, s.StartedAt))).Where(v => Runs(v.Session, v.SeenAt)).OrderByDescending(v => v.SeenAt)];
    }

    /// <summary>Ends the session of this browser.</summary>
    public async Task EndAsync(HttpContext http)
    {
        if (IdOf(http) is { } id && Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var account))
            await EndAsync(account, s => s.Id == id);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Ends some of the account's sessions.</summary>
    public Task EndAsync(Guid accountId, Func<Session, bool> which) => commit.RunAsync(Of(accountId), writing => EndAsync(writing, accountId, which, time.Now));

    /// <summary>The same as part of another step.</summary>
    public static async Task EndAsync(HallDb writing, Guid accountId, Func<Session, bool> which, DateTimeOffset now)
    {
        var running = await writing.Set<Session>().AsTracking().Where(s => s.AccountId == accountId && s.EndedAt == null).ToListAsync();
        var ending = running.Where(which).ToList();
        if (ending.Count == 0) return;
        foreach (var session in ending) session.EndedAt = now;
        writing.Record(new SignedOut(accountId, ending.ConvertAll(s => s.Id)));
    }

    private bool Runs(Session session, DateTimeOffset seen) =>
        time.Now - session.StartedAt <= options.Value.Longest && time.Now - seen <= options.Value.Idle;

    private Task SeeAsync(Session session) => commit.RunAsync(Of(session.AccountId), async writing =>
    {
        if (await writing.Set<SessionSighting>().AsTracking().SingleOrDefaultAsync(s => s.SessionId == session.Id) is { } seen) seen.At = time.Now;
        else writing.Add(new SessionSighting { SessionId = session.Id, At = time.Now });
    });

    private Proceeding Of(Guid accountId) => new(new Actor(ActorKind.Citizen, accountId.ToString()), time.Now);
}

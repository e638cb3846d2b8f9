using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Privacy;

namespace Tongban.Hall.Services.Identity;

/// <summary>Begins and ends what a browser may do in a person's name.</summary>
public sealed class Sessions(GroupCommit commit, HallDb db, CityTime time)
{
    public async Task BeginAsync(HttpContext http, Account account)
    {
        var session = new Session
        {
            Id = Ids.Next(time.Now),
            AccountId = account.Id,
            StartedAt = time.Now,
            Device = Shorten(http.Request.Headers.UserAgent.ToString()),
        };
        await commit.RunAsync(new Proceeding(new Actor(ActorKind.Citizen, account.Id.ToString()), time.Now), async writing =>
        {
            await AccountClosings.CallOffAsync(writing, account.Id, time.Now);
            writing.Add(session);
            writing.Record(new SignedIn(account.Id, session.Id));
        });
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()),
                new Claim(ClaimTypes.Name, account.Name),
                new Claim(ClaimNames.Level, ((int)account.RealNameLevel).ToString(System.Globalization.CultureInfo.InvariantCulture)),
                new Claim(ClaimNames.Session, session.Id.ToString()),
            ], IdentityConstants.ApplicationScheme);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(identity));
    }

    public async Task EndAsync(HttpContext http)
    {
        if (Guid.TryParse(http.User.FindFirstValue(ClaimNames.Session), out var id)
            && Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var account))
            await commit.RunAsync(new Proceeding(new Actor(ActorKind.Citizen, account.ToString()), time.Now), async writing =>
            {
                var session = await writing.Set<Session>().AsTracking().SingleOrDefaultAsync(s => s.Id == id && s.AccountId == account && s.EndedAt == null);
                if (session is null) return;
                session.EndedAt = time.Now;
                writing.Record(new SignedOut(account, id));
            });
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Whether the session that a cookie names still runs.</summary>
    public Task<bool> RunsAsync(Guid id) => db.Set<Session>().AnyAsync(s => s.Id == id && s.EndedAt == null);

    private static string Shorten(string text) => text.Length <= 120 ? text : text[..120];
}

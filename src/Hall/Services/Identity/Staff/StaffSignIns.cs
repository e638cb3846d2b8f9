using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Staff;

/// <summary>Number, password and code, checked together: the answer does not tell which of them was wrong.</summary>
public sealed class StaffSignIns(GroupCommit commit, Members members, CityTime time)
{
    private const int MostTries = 5;
    private static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    public async Task<Outcome<StaffMember>> CheckAsync(string number, string password, string? code)
    {
        var known = await members.ByNumberAsync(number);
        var right = StaffPasswords.IsRight(known, password);
        if (known is null) return Refusals.StaffSignIn;
        return await commit.RunAsync<Outcome<StaffMember>>(new Proceeding(new Actor(ActorKind.Staff, known.Id.ToString()), time.Now), async writing =>
        {
            // Looked at again inside: tries sent at once are all counted, and a code counts once.
            var member = await writing.Set<StaffMember>().AsTracking().SingleAsync(m => m.Id == known.Id);
            if (member.LockedUntil > time.Now) return Refusals.StaffSignIn;
            var step = member.SecondFactor is { } secret ? SecondFactor.Step(secret, code, member.LastStep, time.Now) : 0;
            if (!right || step is null || member.PasswordHash != known.PasswordHash)
            {
                Count(member);
                writing.Record(new MemberGuardChanged(member.Id, member.LockedUntil > time.Now ? "locked" : "failed try"));
                return Refusals.StaffSignIn;
            }
            (member.FailedTries, member.LockedUntil, member.LastStep) = (0, null, Math.Max(member.LastStep, step.Value));
            member.Version++;
            writing.Record(new MemberGuardChanged(member.Id, "signed in"));
            return member;
        });
    }

    private void Count(StaffMember member)
    {
        member.FailedTries++;
        member.Version++;
        if (member.FailedTries < MostTries) return;
        (member.FailedTries, member.LockedUntil) = (0, time.Now + Lock);
    }
}

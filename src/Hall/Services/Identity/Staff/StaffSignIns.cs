using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Passwords;
using Tongban.Hall.Services.Identity.Staff.Factor;

namespace Tongban.Hall.Services.Identity.Staff;

/// <param name="BySpare">By a recovery code: perhaps the authenticator is lost.</param>
public sealed record StaffArrival(StaffMember Member, bool BySpare);

/// <summary>Number, password and code, checked together: the answer does not tell which of them was wrong.
/// In the code's place a recovery code does.</summary>
public sealed class StaffSignIns(GroupCommit commit, Members members, CityTime time)
{
    private const int MostTries = 5;
    private static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    public async Task<Outcome<StaffArrival>> CheckAsync(string number, string password, string? code)
    {
        var known = await members.ByNumberAsync(number);
        var match = StaffPasswords.Match(known, password);
        if (known is null) return Refusals.StaffSignIn;
        // Takes its time, so before the step: hashed anew when today's cost is higher than the hash's.
        var renewed = match == PasswordMatch.RightButOld ? StaffPasswords.Hash(password) : null;
        return await commit.RunAsync<Outcome<StaffArrival>>(Of(known.Id), async writing =>
        {
            // Looked at again inside: tries sent at once are all counted, and a code counts once.
            var member = await writing.Set<StaffMember>().AsTracking().SingleAsync(m => m.Id == known.Id);
            if (member.LockedUntil > time.Now) return Refusals.StaffSignIn;
            // Read whatever the password was: the answer takes as long.
            var shown = await ReadAsync(writing, member, code);
            if (match == PasswordMatch.Wrong || member.PasswordHash != known.PasswordHash || !shown.Right)
            {
                Count(writing, member);
                return Refusals.StaffSignIn;
            }
            Take(writing, member, shown);
            if (renewed is not null) member.PasswordHash = renewed;
            writing.Record(new MemberGuardChanged(member.Id, renewed is null ? "signed in" : "signed in, password hashed anew"));
            return new StaffArrival(member, shown.Spare is not null);
        });
    }

    /// <summary>Who is signed in shows his second factor once more. Too many wrong codes end all that he has open.</summary>
    public Task<Outcome<bool>> ShowAgainAsync(Guid memberId, Guid sessionId, string? code) => commit.RunAsync<Outcome<bool>>(Of(memberId), async writing =>
    {
        var member = await writing.Set<StaffMember>().AsTracking().SingleAsync(m => m.Id == memberId);
        var session = await writing.Set<StaffSession>().AsTracking().SingleOrDefaultAsync(s => s.Id == sessionId && s.MemberId == memberId && s.EndedAt == null);
        if (session is null || member.SecondFactor is null || member.LockedUntil > time.Now) return Refusals.SecondFactorWrong;
        var shown = await ReadAsync(writing, member, code);
        if (!shown.Right)
        {
            Count(writing, member);
            if (member.LockedUntil > time.Now) await StaffSessions.EndAllAsync(writing, memberId, time.Now);
            return Refusals.SecondFactorWrong;
        }
        Take(writing, member, shown);
        (session.FactorAt, session.Version) = (time.Now, session.Version + 1);
        writing.Record(new SecondFactorShown(memberId, sessionId));
        return true;
    });

    private sealed record Shown(bool Right, long Step, RecoveryCode? Spare, int Spares);

    private async Task<Shown> ReadAsync(HallDb writing, StaffMember member, string? code)
    {
        var spares = await RecoveryCodes.GoodAsync(writing, member.Id);
        var spare = RecoveryCodes.Find(spares, code);
        var step = member.SecondFactor is { } secret ? SecondFactor.Step(secret, code, member.LastStep, time.Now) : 0;
        return new(step is not null || spare is not null, step ?? member.LastStep, step is null ? spare : null, spares.Count);
    }

    private void Take(HallDb writing, StaffMember member, Shown shown)
    {
        (member.FailedTries, member.LockedUntil, member.LastStep, member.Version) = (0, null, Math.Max(member.LastStep, shown.Step), member.Version + 1);
        if (shown.Spare is not { } spare) return;
        (spare.SpentAt, spare.Version) = (time.Now, spare.Version + 1);
        writing.Record(new RecoveryCodeSpent(member.Id, shown.Spares - 1));
    }

    private void Count(HallDb writing, StaffMember member)
    {
        (member.FailedTries, member.Version) = (member.FailedTries + 1, member.Version + 1);
        if (member.FailedTries >= MostTries) (member.FailedTries, member.LockedUntil) = (0, time.Now + Lock);
        writing.Record(new MemberGuardChanged(member.Id, member.LockedUntil > time.Now ? "locked" : "failed try"));
    }

    private Proceeding Of(Guid memberId) => new(new Actor(ActorKind.Staff, memberId.ToString()), time.Now);
}

using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Staff.Factor;

/// <param name="Member">Whose it is.</param>
public sealed record FactorResetView(FactorReset Reset, StaffMember Member, StaffMember By);

/// <summary>The second factor through its life: enrolled with its recovery codes, renewed, lost and reset.</summary>
public sealed class Factors(GroupCommit commit, HallDb db, CityTime time)
{
    public Task<int> CodesLeftAsync(Guid memberId) => RecoveryCodes.LeftAsync(db, memberId);

    /// <summary>The member's authenticator shows the right code for this secret: from now on it is asked for. His recovery codes, to be shown once.</summary>
    public Task<Outcome<string[]>> EnrolAsync(Guid memberId, string secret, string? code, Proceeding proceeding)
    {
        var codes = RecoveryCodes.New();
        return commit.RunAsync<Outcome<string[]>>(proceeding, async writing =>
        {
            if (await writing.Set<StaffMember>().AsTracking().SingleOrDefaultAsync(m => m.Id == memberId) is not { } member) return Refusals.StaffUnknown;
            if (SecondFactor.Step(secret, code, 0, time.Now) is not { } step) return Refusals.SecondFactorWrong;
            (member.SecondFactor, member.LastStep, member.Version) = (secret, step, member.Version + 1);
            await RecoveryCodes.ReplaceAsync(writing, memberId, codes, time.Now);
            writing.Record(new MemberGuardChanged(memberId, "second factor"));
            return codes;
        });
    }

    public Task<string[]> RenewCodesAsync(Guid memberId, Proceeding proceeding)
    {
        var codes = RecoveryCodes.New();
        return commit.RunAsync(proceeding, async writing =>
        {
            await RecoveryCodes.ReplaceAsync(writing, memberId, codes, time.Now);
            return codes;
        });
    }

    /// <summary>Resets that wait for a second word.</summary>
    public async Task<IReadOnlyList<FactorResetView>> WaitingAsync()
    {
        var since = time.Now - FactorReset.GoodFor;
        var found = await (
            from reset in db.Set<FactorReset>()
            join member in db.Set<StaffMember>() on reset.MemberId equals member.Id
            join asker in db.Set<StaffMember>() on reset.AskedBy equals asker.Id
            where reset.ConfirmedAt == null && reset.DroppedAt == null && reset.AskedAt >= since
            orderby reset.Id
            select new { reset, member, asker }).ToListAsync();
        return [.. found.Select(f => new FactorResetView(f.reset, f.member, f.asker))];
    }

    public Task<Outcome<FactorReset>> AskResetAsync(string number, Guid by, string? reason, Proceeding proceeding)
    {
        var id = Ids.Next(time.Now);
        return commit.RunAsync<Outcome<FactorReset>>(proceeding, async writing =>
        {
            if ((reason ?? "").Trim() is not { Length: >= 4 and <= 200 } why) return Refusals.ResetReason;
            if (await writing.Set<StaffMember>().AsTracking().SingleOrDefaultAsync(m => m.Number == number) is not { } member) return Refusals.MemberUnknown;
            if (member.Id == by) return Refusals.OwnReset;
            if ((await writing.Set<FactorReset>().Where(r => r.MemberId == member.Id && r.ConfirmedAt == null && r.DroppedAt == null).ToListAsync()).Exists(r => r.WaitsAt(time.Now))) return Refusals.ResetWaits;
            var reset = new FactorReset { Id = id, MemberId = member.Id, AskedBy = by, AskedAt = proceeding.At, Reason = why };
            // Two who ask at once: the second looks again.
            member.Version++;
            writing.Add(reset);
            writing.Record(new FactorResetAsked(id, member.Id));
            return reset;
        });
    }

    /// <summary>The second word. The member's sessions end, and he enrols anew when he next signs in with his password.</summary>
    public Task<Outcome<bool>> ConfirmResetAsync(Guid id, Guid by, Proceeding proceeding) => commit.RunAsync<Outcome<bool>>(proceeding, async writing =>
    {
        if (await FindWaitingAsync(writing, id) is not { } reset) return Refusals.StaffUnknown;
        if (reset.AskedBy == by || reset.MemberId == by) return Refusals.OwnReset;
        var member = await writing.Set<StaffMember>().AsTracking().SingleAsync(m => m.Id == reset.MemberId);
        (reset.ConfirmedBy, reset.ConfirmedAt, reset.Version) = (by, proceeding.At, reset.Version + 1);
        (member.SecondFactor, member.FailedTries, member.LockedUntil, member.Version) = (null, 0, null, member.Version + 1);
        await RecoveryCodes.EndAsync(writing, member.Id, time.Now);
        await StaffSessions.EndAllAsync(writing, member.Id, proceeding.At);
        writing.Record(new FactorResetConfirmed(id, member.Id));
        return true;
    });

    /// <summary>It was not needed, or should not be: either administrator may say so.</summary>
    public Task<Outcome<bool>> DropResetAsync(Guid id, Proceeding proceeding) => commit.RunAsync<Outcome<bool>>(proceeding, async writing =>
    {
        if (await FindWaitingAsync(writing, id) is not { } reset) return Refusals.StaffUnknown;
        (reset.DroppedAt, reset.Version) = (proceeding.At, reset.Version + 1);
        writing.Record(new FactorResetDropped(id, reset.MemberId));
        return true;
    });

    private async Task<FactorReset?> FindWaitingAsync(HallDb writing, Guid id) =>
        await writing.Set<FactorReset>().AsTracking().SingleOrDefaultAsync(r => r.Id == id) is { } reset && reset.WaitsAt(time.Now) ? reset : null;
}

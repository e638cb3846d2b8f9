using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Staff;

public sealed record EnterMemberOptions
{
    public required string Number { get; init; }
    public required string Name { get; init; }

    /// <summary>Told to the member on paper; he must choose another when he first signs in.</summary>
    public required string FirstPassword { get; init; }
}

/// <summary>Members of staff and what guards them. The system administrator enters them; each guards himself.</summary>
public sealed class Members(GroupCommit commit, HallDb db, CityTime time)
{
    public async Task<IReadOnlyList<StaffMember>> AllAsync(int most = 200) =>
        await db.Set<StaffMember>().OrderBy(m => m.Number).Take(most).ToListAsync();

    public Task<StaffMember?> FindAsync(Guid id) => db.Set<StaffMember>().SingleOrDefaultAsync(m => m.Id == id);

    public Task<StaffMember?> ByNumberAsync(string number) => db.Set<StaffMember>().SingleOrDefaultAsync(m => m.Number == number);

    public Task<Outcome<StaffMember>> EnterAsync(EnterMemberOptions options, Proceeding proceeding)
    {
        var (id, hash) = (Ids.Next(time.Now), StaffPasswords.Hash(options.FirstPassword));
        return commit.RunAsync<Outcome<StaffMember>>(proceeding, async writing =>
        {
            if (await writing.Set<StaffMember>().AnyAsync(m => m.Number == options.Number)) return Refusals.MemberKnown;
            var member = new StaffMember { Id = id, Number = options.Number, Name = options.Name, PasswordHash = hash };
            writing.Add(member);
            writing.Record(new MemberEntered(id, options.Number));
            return member;
        });
    }

    /// <summary>The member chooses his next password.</summary>
    public Task<Outcome<bool>> ChoosePasswordAsync(Guid id, string password, Proceeding proceeding) => ChangeAsync(id, "password", proceeding, member =>
    {
        if (StaffPasswords.Check(member, password) is { } weak) return weak;
        StaffPasswords.Set(member, password, time.Now);
        return true;
    });

    /// <summary>The member's authenticator shows the right code for this secret: from now on it is asked for.</summary>
    public Task<Outcome<bool>> EnrolAsync(Guid id, string secret, string? code, Proceeding proceeding) => ChangeAsync(id, "second factor", proceeding, member =>
    {
        if (SecondFactor.Step(secret, code, 0, time.Now) is not { } step) return Refusals.SecondFactorWrong;
        (member.SecondFactor, member.LastStep) = (secret, step);
        return true;
    });

    /// <summary>A lost device or a forgotten password: the member begins anew with a first password, and his sessions end.</summary>
    public Task<Outcome<bool>> ResetAsync(Guid id, string firstPassword, Proceeding proceeding)
    {
        var hash = StaffPasswords.Hash(firstPassword);
        return commit.RunAsync<Outcome<bool>>(proceeding, async writing =>
        {
            if (await writing.Set<StaffMember>().AsTracking().SingleOrDefaultAsync(m => m.Id == id) is not { } member) return Refusals.StaffUnknown;
            (member.PasswordHash, member.PasswordChosenAt, member.SecondFactor, member.FailedTries, member.LockedUntil) = (hash, null, null, 0, null);
            member.Version++;
            foreach (var session in await writing.Set<StaffSession>().AsTracking().Where(s => s.MemberId == id && s.EndedAt == null).ToListAsync())
                (session.EndedAt, session.Version) = (proceeding.At, session.Version + 1);
            writing.Record(new MemberGuardChanged(id, "reset"));
            return true;
        });
    }

    private Task<Outcome<bool>> ChangeAsync(Guid id, string what, Proceeding proceeding, Func<StaffMember, Outcome<bool>> change) => commit.RunAsync<Outcome<bool>>(proceeding, async writing =>
    {
        if (await writing.Set<StaffMember>().AsTracking().SingleOrDefaultAsync(m => m.Id == id) is not { } member) return Refusals.StaffUnknown;
        var changed = change(member);
        if (!changed.Ok) return changed;
        member.Version++;
        writing.Record(new MemberGuardChanged(id, what));
        return changed;
    });
}

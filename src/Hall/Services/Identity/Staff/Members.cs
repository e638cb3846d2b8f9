using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Staff;

public sealed record EnterMemberOptions
{
    public required string Number { get; init; }
    public required Sensitive Name { get; init; }

    /// <summary>Told to the member on paper; he must choose another when he first signs in.</summary>
    public required Sensitive FirstPassword { get; init; }
}

/// <summary>Members of staff and what guards them. The system administrator enters them; each guards himself.</summary>
public sealed class Members(GroupCommit commit, HallDb db, CityTime time)
{
    public const int PageSize = 50;

    /// <summary>One page by number, and one more to tell whether others follow.</summary>
    /// <param name="begins">How the number begins; null: all.</param>
    public Task<List<StaffMember>> PageAsync(string? begins, int page)
    {
        var start = (begins ?? "").Trim();
        return db.Set<StaffMember>().Where(m => m.Number.StartsWith(start)).OrderBy(m => m.Number).Skip(page * PageSize).Take(PageSize + 1).ToListAsync();
    }

    public Task<StaffMember?> FindAsync(Guid id) => db.Set<StaffMember>().SingleOrDefaultAsync(m => m.Id == id);

    public Task<StaffMember?> ByNumberAsync(string number) => db.Set<StaffMember>().SingleOrDefaultAsync(m => m.Number == number);

    public Task<Outcome<StaffMember>> EnterAsync(EnterMemberOptions options, Proceeding proceeding)
    {
        var (id, hash) = (Ids.Next(time.Now), StaffPasswords.Hash(options.FirstPassword.Reveal()));
        return commit.RunAsync<Outcome<StaffMember>>(proceeding, async writing =>
        {
            if (await writing.Set<StaffMember>().AnyAsync(m => m.Number == options.Number)) return Refusals.MemberKnown;
            var member = new StaffMember { Id = id, Number = options.Number, Name = options.Name.Reveal(), PasswordHash = hash };
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

    /// <summary>A forgotten password: the member gets a first one, and his sessions end. His second factor stays, so that
    /// whoever resets a password does not come in by it.</summary>
    public Task<Outcome<bool>> ResetAsync(Guid id, string firstPassword, Proceeding proceeding)
    {
        var hash = StaffPasswords.Hash(firstPassword);
        return commit.RunAsync<Outcome<bool>>(proceeding, async writing =>
        {
            if (await writing.Set<StaffMember>().AsTracking().SingleOrDefaultAsync(m => m.Id == id) is not { } member) return Refusals.StaffUnknown;
            (member.PasswordHash, member.PasswordChosenAt, member.FailedTries, member.LockedUntil) = (hash, null, 0, null);
            member.Version++;
            await StaffSessions.EndAllAsync(writing, id, proceeding.At);
            writing.Record(new MemberGuardChanged(id, "password reset"));
            return true;
        });
    }

    /// <summary>Too many wrong tries: the member may try again at once.</summary>
    public Task<Outcome<bool>> UnlockAsync(Guid id, Proceeding proceeding) => ChangeAsync(id, "unlocked", proceeding, member =>
    {
        (member.FailedTries, member.LockedUntil) = (0, null);
        return true;
    });

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

using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;

namespace Tongban.Hall.Cases;

/// <summary>实名等级: whether enough is proved of the person for this step. Asked of who acts; where a program acts, of the applicant.</summary>
public sealed class Assurances(HallDb db)
{
    /// <summary>Null: enough. What is not a person has no level.</summary>
    public async Task<Refusal?> RefuseAsync(int needed, Guid applicantId, Proceeding proceeding)
    {
        if (needed <= (int)RealNameLevel.Declared) return null;
        var id = proceeding.Actor.Kind == ActorKind.Citizen ? Guid.Parse(proceeding.Actor.Id) : applicantId;
        var account = await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == id);
        return account is null || (int)account.RealNameLevel >= needed ? null : Refusals.LevelTooLow;
    }
}

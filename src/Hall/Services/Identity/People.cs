using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Services.Identity;

/// <summary>Finds accounts by what people know of themselves: the only place where accounts are looked for by personal data.</summary>
public sealed class People(HallDb db)
{
    /// <param name="citizenNumber">GB 11643, 18 characters, normalised.</param>
    public Task<Account?> ByNumberAsync(string citizenNumber) => ByNumberAsync(db, citizenNumber);

    /// <summary>The same within a step.</summary>
    public static Task<Account?> ByNumberAsync(HallDb db, string citizenNumber)
    {
        var index = db.IndexOf<Account>(nameof(Account.NumberIndex), citizenNumber);
        return db.Set<Account>().SingleOrDefaultAsync(a => a.NumberIndex == index);
    }

    /// <summary>By citizen number or confirmed mobile number, whichever it is. Both are looked for, so that both take as long.
    /// A mobile that several people share names none of them.</summary>
    public async Task<Account?> BySignInNameAsync(string name)
    {
        var mobile = db.IndexOf<Account>(nameof(Account.MobileIndex), name);
        var byNumber = await ByNumberAsync(name);
        var byMobile = await db.Set<Account>().Where(a => a.MobileIndex == mobile && a.PhoneNumberConfirmed).Take(2).ToListAsync();
        return byNumber ?? (byMobile.Count == 1 ? byMobile[0] : null);
    }
}

using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Services.Identity;

/// <summary>Finds accounts by what people know of themselves: the only place where accounts are looked for by personal data.</summary>
public sealed class People(HallDb db)
{
    /// <param name="citizenNumber">GB 11643, 18 characters, normalised.</param>
    public Task<Account?> ByNumberAsync(string citizenNumber)
    {
        var index = db.IndexOf<Account>(nameof(Account.NumberIndex), citizenNumber);
        return db.Set<Account>().SingleOrDefaultAsync(a => a.NumberIndex == index);
    }

    /// <summary>By citizen number or confirmed mobile number, whichever it is.</summary>
    public async Task<Account?> BySignInNameAsync(string name)
    {
        var mobile = db.IndexOf<Account>(nameof(Account.MobileIndex), name);
        return await ByNumberAsync(name) ?? await db.Set<Account>().FirstOrDefaultAsync(a => a.MobileIndex == mobile && a.PhoneNumberConfirmed);
    }
}

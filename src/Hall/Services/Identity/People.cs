using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Services.Identity;

/// <summary>Finds accounts by what people know of themselves: the only place where accounts are looked for by personal data.</summary>
public sealed class People(HallDb db)
{
    /// <param name="citizenNumber">GB 11643, 18 characters, normalised.</param>
    public Task<Account?> ByNumberAsync(string citizenNumber) =>
        db.Set<Account>().SingleOrDefaultAsync(a => a.CitizenNumber == citizenNumber);

    /// <summary>By citizen number or confirmed mobile number, whichever it is.</summary>
    public async Task<Account?> BySignInNameAsync(string name) =>
        await ByNumberAsync(name) ?? await db.Set<Account>().FirstOrDefaultAsync(a => a.PhoneNumber == name && a.PhoneNumberConfirmed);
}

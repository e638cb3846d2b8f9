using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity;

namespace Tongban.Hall.Tests.Support;

/// <summary>Finds people by name, as no part of the hall can: names lie sealed in the database.</summary>
public static class Residents
{
    public static async Task<Account> NamedAsync(HallDb db, string name) => (await db.Set<Account>().ToListAsync()).First(a => a.Name == name);

    public static Task<Account> NamedAsync(HallHost host, string name) => host.UseAsync((HallDb db) => NamedAsync(db, name));
}

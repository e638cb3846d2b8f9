using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Platform.Data;

public sealed class MigrationTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task ChangedModel_HasItsMigration(string database)
    {
        await using var hall = databases.Start(database);

        var pending = await hall.UseAsync((HallDb db) => Task.FromResult(db.Database.HasPendingModelChanges()));

        Assert.False(pending, "The model differs from the migrations: run `dotnet ef migrations add` for both databases.");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.OneTime;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Platform.Data;

public class PersonalColumnTests(Databases databases)
{
    [Fact]
    public async Task EveryColumnThatCouldHoldText_IsSealed_OrStandsInTheDocumentWithItsReason()
    {
        await using var host = databases.Start("sqlite");
        var clear = await host.UseAsync((HallDb db) => Task.FromResult(
            from type in db.Model.GetEntityTypes()
            from property in type.GetProperties()
            where property.ClrType == typeof(string) || property.ClrType == typeof(byte[])
            where !PersonalColumns.IsPersonal(property) && !type.GetTableName()!.StartsWith("OpenIddict", StringComparison.Ordinal)
            select $"{type.GetTableName()}.{property.GetColumnName()}"));
        var listed = File.ReadAllLines(Path.Combine(HallHost.Root, "docs", "personal-data.md"))
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal)).SelectMany(l => l.Split('|')[1].Split('`').Where(c => c.Contains('.')));
        Assert.Equal(clear.Order(), listed.Order());
    }

    [Fact]
    public async Task PersonalColumn_IsPartOfNoKeyAndNoIndex()
    {
        await using var host = databases.Start("sqlite");
        var wrong = await host.UseAsync((HallDb db) => Task.FromResult(
            db.Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Where(p => PersonalColumns.IsPersonal(p) && (p.IsKey() || p.IsIndex() || p.IsConcurrencyToken)).ToList()));
        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task TrackedEntity_LooksUnchangedAfterLoadingAndAfterSaving_AndNeverShowsAnEnvelope(string database)
    {
        await using var host = databases.Start(database);
        await host.UseAsync(async (HallDb db) =>
        {
            var waiting = new OneTimeCode { Id = Guid.NewGuid(), SubjectId = Guid.NewGuid(), Mobile = "13900000000", Browser = "x", At = DateTimeOffset.UnixEpoch };
            db.Add(waiting);
            await db.SaveChangesAsync();
            Assert.Equal("13900000000", waiting.Mobile);
            Assert.False(db.ChangeTracker.HasChanges());

            db.ChangeTracker.Clear();
            var loaded = await db.Set<OneTimeCode>().AsTracking().SingleAsync(r => r.Id == waiting.Id);
            Assert.Equal(("13900000000", null), (loaded.Mobile, loaded.Code));
            Assert.False(db.ChangeTracker.HasChanges());
            loaded.Tries++;
            Assert.Equal(1, await db.SaveChangesAsync());
            Assert.Equal("13900000000", loaded.Mobile);
            Assert.False(db.ChangeTracker.HasChanges());
            return true;
        });
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task ValuePutIntoAnotherRow_OrAnotherColumn_OrChanged_DoesNotOpen_AndTheLedgerNamesIt(string database)
    {
        await using var host = databases.Start(database);
        var (a, b) = await host.UseAsync(async (HallDb db) => (await db.Set<Account>().OrderBy(x => x.Id).FirstAsync(), await db.Set<Account>().OrderBy(x => x.Id).Skip(1).FirstAsync()));

        foreach (var change in new[]
        {
            "UPDATE accounts SET name = (SELECT o.name FROM accounts o WHERE o.number_index = '{1}') WHERE number_index = '{0}'",
            "UPDATE accounts SET name = citizen_number WHERE number_index = '{0}'",
            "UPDATE accounts SET name = name || 'A' WHERE number_index = '{0}'",
            "UPDATE accounts SET name = '王小明' WHERE number_index = '{0}'",
            "UPDATE accounts SET name = '§1.9.AAAA' WHERE number_index = '{0}'",
        })
        {
            var sql = string.Format(System.Globalization.CultureInfo.InvariantCulture, change, a.NumberIndex, b.NumberIndex);
            var findings = await Tampering.AfterAsync(host, sql);
            Assert.Equal(("accounts", a.Id.ToString()), (Assert.Single(findings).Where, findings[0].Key));
        }
        await host.UseAsync(async (HallDb db) => await db.Database.ExecuteSqlAsync($"UPDATE accounts SET name = citizen_number WHERE number_index = {a.NumberIndex}"));
        var refused = await Assert.ThrowsAsync<DamagedValueException>(() => host.UseAsync((HallDb db) => db.Set<Account>().SingleAsync(x => x.Id == a.Id)));
        Assert.Contains("accounts/name", refused.Message);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task PlayedCity_LeavesNothingOfItsPeopleInClear_InAnyColumn(string database)
    {
        await using var host = databases.Start(database);
        using var city = await PlayedCity.PlayAsync(host);
        var secrets = await host.UseAsync(async (HallDb db) => (await db.Set<Account>().ToListAsync()).SelectMany(a => new[] { a.Name, a.CitizenNumber, a.PhoneNumber! })
            .Concat((await db.Set<Case>().ToListAsync()).SelectMany(c => new[] { c.QueryCode, c.Answers.Length > 2 ? c.Answers : null })).OfType<string>().ToHashSet());

        var found = new List<string>();
        foreach (var (place, text) in await EverythingAsync(host))
            if (secrets.FirstOrDefault(s => text.Contains(s, StringComparison.Ordinal)) is { } secret) found.Add($"{place}: {secret}");

        Assert.Empty(found.Distinct());
    }

    // Every value of every table, as the database shows it to whoever reads the disk.
    private static Task<List<(string Place, string Text)>> EverythingAsync(HallHost host) => host.UseAsync(async (HallDb db) =>
    {
        var all = new List<(string, string)>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                for (var i = 0; i < reader.FieldCount; i++)
                    all.Add(($"{table}.{reader.GetName(i)}", reader.GetValue(i) is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : $"{reader.GetValue(i)}"));
        }
        return all;
    });
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Supervision.Ledger;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Platform.Data;

public class KeyRotationTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task BrokenOffInTheMiddle_ItGoesOn_AndInTheEndTheOldKeyMayGo(string database)
    {
        await using var host = databases.Start(database);
        using var city = await PlayedCity.PlayAsync(host);
        var vault = host.Services.GetRequiredService<Vault>();
        var before = await PeopleAsync(host);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RotateAsync(host, breakOffAfter: 3));
        Assert.Equal(2, vault.Current);
        Assert.True(await UnderAsync(host, 1) > 0);
        Assert.Equal(before, await PeopleAsync(host));

        var report = await RotateAsync(host);
        Assert.True(report is { Resumed: true, Key: 2, Values: > 0 });
        Assert.Equal(0, await UnderAsync(host, 1));
        var file = Path.Combine(host.DataDirectory, "keys", Vault.KeyFile);
        await File.WriteAllTextAsync(file, $"-\n{(await File.ReadAllLinesAsync(file))[1]}\n", TestContext.Current.CancellationToken);

        // A hall that knows nothing but the new key reads everything, and the ledger still holds.
        await using var other = host.Another();
        Assert.Equal(before, await PeopleAsync(other));
        await using var scope = other.Services.CreateAsyncScope();
        var check = await ActivatorUtilities.CreateInstance<LedgerCheck>(scope.ServiceProvider).RunAsync(TestContext.Current.CancellationToken);
        Assert.Empty(check.Findings);
        Assert.True(check.Files > 0);
    }

    [Fact]
    public async Task HallThatServesMeanwhile_LosesNothing()
    {
        await using var host = databases.Start("sqlite");
        var done = new CancellationTokenSource();
        var filing = Task.Run(async () =>
        {
            var filed = 0;
            for (; !done.IsCancellationRequested; filed++)
            {
                var graduate = await new Graduate(host).FillInAsync();
                Assert.True((await graduate.SubmitAsync()).Ok);
            }
            return filed;
        });
        for (var i = 0; i < 3; i++) await RotateAsync(host);
        await done.CancelAsync();
        Assert.True(await filing > 0);
        await RotateAsync(host);

        await using var scope = host.Services.CreateAsyncScope();
        Assert.Empty((await ActivatorUtilities.CreateInstance<LedgerCheck>(scope.ServiceProvider).RunAsync(TestContext.Current.CancellationToken)).Findings);
    }

    private static async Task<KeyRotation.Report> RotateAsync(HallHost host, int? breakOffAfter = null)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var rotation = new KeyRotation(services.GetRequiredService<HallDb>(), services.GetRequiredService<Vault>(), services.GetRequiredService<HallKeys>(),
            services.GetRequiredService<Hall.Platform.Files.FileStore>()) { BatchSize = 5 };
        using var stop = new CancellationTokenSource();
        if (breakOffAfter is null) return await rotation.RunAsync();
        // Broken off as soon as the first values are under the new key.
        var run = rotation.RunAsync(stop.Token);
        while (!run.IsCompleted && await UnderAsync(host, 2) < breakOffAfter) await Task.Delay(1);
        await stop.CancelAsync();
        return await run;
    }

    private static Task<long> UnderAsync(HallHost host, int key) => host.UseAsync(async (HallDb db) =>
    {
        long count = 0;
        await db.Database.OpenConnectionAsync();
        foreach (var type in db.Model.GetEntityTypes())
            foreach (var column in type.GetProperties().Where(PersonalColumns.IsPersonal))
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = $"SELECT COUNT(*) FROM \"{type.GetTableName()}\" WHERE \"{column.GetColumnName()}\" LIKE '§1.{key}.%'";
                count += Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
            }
        return count;
    });

    private static Task<List<(string, string, string?)>> PeopleAsync(HallHost host) => host.UseAsync(async (HallDb db) =>
        (await db.Set<Account>().OrderBy(a => a.Id).ToListAsync()).ConvertAll(a => (a.Name, a.CitizenNumber, a.PhoneNumber)));
}

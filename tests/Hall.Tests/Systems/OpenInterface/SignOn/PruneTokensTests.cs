using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.EntityFrameworkCore.Models;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Systems.OpenInterface.SignOn;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.OpenInterface.SignOn;

public class PruneTokensTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Rows_AreTakenAwayADayAfterTheyRanOut_AndOneRoundAsksForTheNext(string database)
    {
        var clock = new Clock();
        await using var host = databases.Prepare(database).Without<JobWorker>().With(services => services.AddSingleton<TimeProvider>(clock)).Start();
        using var site = new RelyingParty(host);
        using var person = await SignedInPerson.AsAsync(host);
        await site.RefreshAsync((string)(await site.RedeemAsync(await site.CodeAsync(person)))["refresh_token"]!);
        Task<int> RowsAsync() => host.UseAsync((HallDb db) => db.Set<OpenIddictEntityFrameworkCoreToken>().CountAsync());
        var all = await RowsAsync();
        Assert.InRange(all, 4, 20);
        Assert.Equal(1, await RoundAsync(host, clock, TimeSpan.FromHours(2)));
        Assert.Equal(all, await RowsAsync());
        Assert.Equal(1, await RoundAsync(host, clock, TimeSpan.FromHours(40)));
        Assert.Equal(0, await RowsAsync());
        // A program's own token leaves no row.
        using var api = await ApiClient.OfAsync(host);
        Assert.Equal(0, await RowsAsync());
    }

    private static async Task<int> RoundAsync(HallHost host, Clock clock, TimeSpan later)
    {
        clock.Advance(later);
        await host.Make<JobWorker>().RunDueAsync(TestContext.Current.CancellationToken);
        return await host.UseAsync((HallDb db) => db.Set<Job>().CountAsync(j => j.Kind == nameof(PruneTokens) && j.State == JobState.Waiting));
    }
}

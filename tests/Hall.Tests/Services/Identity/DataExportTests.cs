using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Files;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Privacy;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Services.Identity;

public class DataExportTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Export_IsMadeFetchedForAWeek_AndGoneAfterwards(string database)
    {
        var chores = new Chores(new Clock());
        await using var host = chores.On(databases.Prepare(database)).Start();
        var person = await Residents.NamedAsync(host, "林晓雯");
        using var visitor = new Visitor(host.Address);
        await visitor.SignInAsync(person.CitizenNumber, DemoCity.Password);

        Assert.Equal("/my/data/export", (await visitor.PostAsync("/my/data/export", "/my/data/export")).Location);
        Assert.Contains("正在准备", (await visitor.GetAsync("/my/data/export")).Words);
        await visitor.PostAsync("/my/data/export", "/my/data/export");
        await RunAsync(host);
        var export = await host.UseAsync((HallDb db) => db.Set<DataExport>().SingleAsync());
        var page = await visitor.GetAsync("/my/data/export");
        Assert.Contains($"/my/data/export/{export.Id}.json", page.Body);
        Assert.Contains(person.CitizenNumber, (await visitor.GetAsync($"/my/data/export/{export.Id}.json")).Body);
        Assert.Contains(person.CitizenNumber, (await visitor.GetAsync($"/my/data/export/{export.Id}")).Words);
        await visitor.GetAsync($"/my/data/export/{export.Id}.json");
        Assert.Equal(["ExportAsked", "ExportMade", "ExportRead", "ExportRead", "ExportRead"], await EventsAsync(host));

        chores.Clock.Advance(DataExport.Shelf + TimeSpan.FromMinutes(1));
        await visitor.SignInAsync(person.CitizenNumber, DemoCity.Password);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/my/data/export/{export.Id}.json")).Status);
        await RunAsync(host);
        await RunAsync(host);
        Assert.Null(await host.Services.GetRequiredService<FileStore>().ReadAsync(export.Hash!));
        Assert.Contains("已过期", (await visitor.GetAsync("/my/data/export")).Words);
        Assert.Empty((await AccountClosingTests.ReportAsync(host)).Findings);
    }

    [Fact]
    public async Task WhoActsForAnother_FindsNoExportNoConsentsAndNoClosing()
    {
        await using var host = databases.Start("sqlite");
        var agent = await Residents.NamedAsync(host, "林晓雯");
        var mandate = await MandateGiver.GiveAsync(host, await Residents.NamedAsync(host, "陈静怡"), agent);
        using var visitor = await BoundFirm.ActingAsync(host, agent.Name, mandate.Id);

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/my")).Status);
        foreach (var page in new[] { "/my/data/export", "/my/consents", "/my/account/close", $"/my/data/export/{Guid.NewGuid()}", $"/my/data/export/{Guid.NewGuid()}.json" })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(page)).Status);
    }

    internal static async Task RunAsync(HallHost host)
    {
        while (await host.Make<JobWorker>().RunDueAsync(CancellationToken.None) > 0) { }
    }

    private static Task<List<string>> EventsAsync(HallHost host) => host.UseAsync((HallDb db) =>
        db.Set<ProceedingEntry>().Where(p => p.Event.StartsWith("Export")).OrderBy(p => p.Id).Select(p => p.Event).ToListAsync());
}

using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Exchange;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.RealName;
using Tongban.Hall.Services.Notices;
using Tongban.Hall.Tests.Support;
using Tongban.Sandbox.People;

namespace Tongban.Hall.Tests.Platform.Production;

/// <summary>Configured in full, production serves: registers and SMS are reached by plain configuration, and nothing of a demo is about.</summary>
public class ProductionStartTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task ConfiguredInFull_ACaseIsGranted_AndTheMessageArrives(string database)
    {
        await using var hall = await ProductionHall.PrepareAsync(databases.Prepare(database));
        hall.Host.Start();
        var lin = DemoPeople.Of(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).Date))[0].Person;
        await OpenAccountAsync(hall.Host, lin);

        var graduate = await new Graduate(hall.Host, lin.Name).FillInAsync();
        var granted = (await graduate.SubmitAsync()).Value!;

        Assert.Equal(ClosingCode.Granted, granted.Closing);
        var message = await HallHost.UntilAsync(() => Task.FromResult(hall.Sandbox.Messages.FirstOrDefault()));
        Assert.Equal(lin.Mobile, message.Mobile);
        Assert.Contains(granted.Number!, message.Text);
    }

    [Fact]
    public async Task ConfiguredInFull_NothingOfADemoIsAbout()
    {
        await using var hall = await ProductionHall.PrepareAsync(new HallHost());
        hall.Host.Start();
        using var http = new HttpClient { BaseAddress = hall.Host.Address };

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/")).StatusCode);
        Assert.DoesNotContain("演示", await http.GetStringAsync("/signin"));
        Assert.False(await hall.Host.UseAsync((HallDb db) => db.Set<Account>().AnyAsync()));
        Assert.False(await hall.Host.UseAsync((HallDb db) => db.Set<Job>().AnyAsync()));
    }

    [Fact]
    public async Task SettingsShownInTheDocument_AreAllThatIsNeeded()
    {
        var json = Regex.Match(await File.ReadAllTextAsync(Path.Combine(HallHost.Root, "docs", "production.md")), "```json(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var shown = new ConfigurationBuilder().AddJsonStream(stream).Build();
        await using var hall = await ProductionHall.PrepareAsync(new HallHost());

        Assert.All(hall.Host.Settings.Keys, name => Assert.NotNull(shown[name]));
        Assert.NotNull(shown.GetSection("Hall:Exchange").Get<ExchangeOptions>(binder => binder.ErrorOnUnknownConfiguration = true));
        Assert.NotNull(shown.GetSection("Hall:RealName").Get<RealNameOptions>(binder => binder.ErrorOnUnknownConfiguration = true));
        Assert.NotNull(shown.GetSection("Hall:Sms").Get<SmsOptions>(binder => binder.ErrorOnUnknownConfiguration = true));
    }

    private static async Task OpenAccountAsync(HallHost host, Person person)
    {
        var opened = await host.UseAsync((Accounts accounts) => accounts.OpenAsync(new OpenAccountOptions
        {
            Name = person.Name, CitizenNumber = person.Number, Mobile = person.Mobile, Level = RealNameLevel.Checked,
        }, new Proceeding(Actor.System("test"), TimeProvider.System.GetUtcNow())));
        Assert.True(opened.Ok);
    }
}

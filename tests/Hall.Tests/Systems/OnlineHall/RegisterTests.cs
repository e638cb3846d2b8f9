using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Exchange;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Room = Tongban.Hall.Services.Exchange.Exchange;

namespace Tongban.Hall.Tests.Systems.OnlineHall;

public class RegisterTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task WhoeverTriesToRegisterInAnothersName_LeavesATrace_ThatTheOtherSees(string database)
    {
        await using var host = databases.Start(database);
        var victim = await host.UseAsync((HallDb db) => db.Set<Account>().OrderBy(a => a.Id).FirstAsync());

        using (var stranger = new Visitor(host.Address))
            await stranger.PostAsync("/register", "/register", ("Name", victim.Name), ("Number", victim.CitizenNumber), ("Mobile", "13900000000"), ("Password", "a-good-password"));

        var kept = Assert.Single(await host.UseAsync((Room exchange) => exchange.AboutAsync(victim.Id)));
        Assert.Equal(("population", "实名注册", null), (kept.Registry, kept.PurposeZh, kept.CaseId));
        Assert.Equal(LookupStatus.Found, kept.Status);
        using var owner = new Visitor(host.Address);
        await owner.SignInAsync(victim.CitizenNumber, DemoCity.Password);
        Assert.Contains("实名注册", (await owner.GetAsync("/my/data")).Body);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Notices;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.OnlineHall;

public class SignInTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task FiveWrongPasswords_MakeTheRightOneWait_UntilTheTimeIsOver(string database)
    {
        var clock = new Clock();
        await using var host = databases.Prepare(database).With(services => services.AddSingleton<TimeProvider>(clock)).Start();
        var account = await AnyoneAsync(host);

        for (var i = 0; i < 5; i++) Assert.Null((await TryAsync(host, account.CitizenNumber, "wrong-password")).Location);
        Assert.Null((await TryAsync(host, account.CitizenNumber, DemoCity.Password)).Location);
        clock.Advance(TimeSpan.FromMinutes(16));

        Assert.Equal("/my", (await TryAsync(host, account.CitizenNumber, DemoCity.Password)).Location);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task StrangersWrongPasswords_DoNotLockTheOwnerOut(string database)
    {
        await using var host = databases.Start(database);
        var account = await AnyoneAsync(host);
        using var owner = new Visitor(host.Address);
        await owner.SignInAsync(account.CitizenNumber, DemoCity.Password);
        await owner.PostAsync("/signout", "/my");

        for (var i = 0; i < 6; i++) await TryAsync(host, account.CitizenNumber, "wrong-password");

        Assert.Null((await TryAsync(host, account.CitizenNumber, DemoCity.Password)).Location);
        Assert.Equal("/my", (await owner.SignInAsync(account.CitizenNumber, DemoCity.Password)).Location);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task WrongPasswordsSentAtOnce_AreAllCounted_ByAllProcesses(string database)
    {
        await using var host = databases.Start(database);
        await using var another = host.Another();
        var account = await AnyoneAsync(host);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => TryAsync(i % 2 == 0 ? host : another, account.CitizenNumber, "wrong-password")));

        Assert.Null((await TryAsync(host, account.CitizenNumber, DemoCity.Password)).Location);
        Assert.Null((await TryAsync(another, account.CitizenNumber, DemoCity.Password)).Location);
    }

    [Fact]
    public async Task RightPassword_ForgetsEarlierSlips()
    {
        await using var host = databases.Start("sqlite");
        var account = await AnyoneAsync(host);

        for (var i = 0; i < 12; i++)
            Assert.Equal(i % 4 == 3 ? "/my" : null, (await TryAsync(host, account.CitizenNumber, i % 4 == 3 ? DemoCity.Password : "wrong-password")).Location);
    }

    [Fact]
    public async Task UnknownNumber_WrongPassword_LockedAccount_AreAnsweredInTheSameWords()
    {
        await using var host = databases.Start("sqlite");
        var account = await AnyoneAsync(host);
        var unknown = await TryAsync(host, "11010519491231002X", "wrong-password");
        var wrong = await TryAsync(host, account.CitizenNumber, "wrong-password");
        for (var i = 0; i < 5; i++) await TryAsync(host, account.CitizenNumber, "wrong-password");
        var locked = await TryAsync(host, account.CitizenNumber, DemoCity.Password);

        Assert.Contains("号码或密码不对", unknown.Words);
        Assert.Equal((unknown.Status, unknown.Words), (wrong.Status, wrong.Words));
        Assert.Equal((unknown.Status, unknown.Words), (locked.Status, locked.Words));
    }

    [Fact]
    public async Task ManyAccountsTriedFromOneAddress_AreToldToWait_ButSuccessIsNotCounted()
    {
        await using var host = databases.Prepare("sqlite").With("Hall:SignIn:FailuresPerAddress", "6").Start();
        var all = await host.UseAsync((HallDb db) => db.Set<Account>().ToListAsync());
        for (var i = 0; i < 8; i++) Assert.Equal("/my", (await TryAsync(host, all[i % all.Count].CitizenNumber, DemoCity.Password)).Location);

        for (var i = 0; i < 6; i++) Assert.Equal(System.Net.HttpStatusCode.OK, (await TryAsync(host, all[i % all.Count].CitizenNumber, "leaked-password-1")).Status);
        var refused = await TryAsync(host, all[0].CitizenNumber, DemoCity.Password);

        Assert.Equal(System.Net.HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("请等 10 分钟再试", refused.Words);
    }

    [Fact]
    public async Task OwnerWhoseAccountIsTriedTooOften_IsTold_Once()
    {
        await using var host = databases.Start("sqlite");
        var account = await AnyoneAsync(host);

        for (var i = 0; i < 12; i++) await TryAsync(host, account.CitizenNumber, "wrong-password");

        await HallHost.UntilAsync(() => Task.FromResult(host.Sandbox.Messages.FirstOrDefault(m => m.Mobile == account.PhoneNumber)));
        Assert.Equal("有人多次输错您的密码", (await host.UseAsync((HallDb db) => db.Set<Message>().SingleAsync(m => m.AccountId == account.Id))).TitleZh);
    }

    private static Task<Account> AnyoneAsync(HallHost host) =>
        host.UseAsync((HallDb db) => db.Set<Account>().OrderBy(a => a.Id).FirstAsync());

    private static async Task<Shown> TryAsync(HallHost host, string number, string password)
    {
        using var visitor = new Visitor(host.Address);
        return await visitor.SignInAsync(number, password);
    }
}

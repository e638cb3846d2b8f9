using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.OnlineHall;

public class SignInTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task FiveWrongPasswords_LockTheAccount_AlsoForTheRightOne_UntilTheTimeIsOver(string database)
    {
        await using var host = databases.Start(database);
        var account = await AnyoneAsync(host);

        for (var i = 0; i < 5; i++) Assert.Null((await TryAsync(host, account.CitizenNumber, "wrong-password")).Location);
        Assert.Null((await TryAsync(host, account.CitizenNumber, DemoCity.Password)).Location);
        await WaitOutTheLockAsync(host, account.Id);

        Assert.Equal("/my", (await TryAsync(host, account.CitizenNumber, DemoCity.Password)).Location);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task WrongPasswordsSentAtOnce_AreAllCounted(string database)
    {
        await using var host = databases.Start(database);
        var account = await AnyoneAsync(host);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TryAsync(host, account.CitizenNumber, "wrong-password")));

        Assert.NotNull((await AnyoneAsync(host)).LockoutEnd);
        Assert.Null((await TryAsync(host, account.CitizenNumber, DemoCity.Password)).Location);
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

    private static Task<Account> AnyoneAsync(HallHost host) =>
        host.UseAsync((HallDb db) => db.Set<Account>().OrderBy(a => a.Id).FirstAsync());

    private static async Task<Shown> TryAsync(HallHost host, string number, string password)
    {
        using var visitor = new Visitor(host.Address);
        return await visitor.SignInAsync(number, password);
    }

    private static Task WaitOutTheLockAsync(HallHost host, Guid id) => host.UseAsync(async (UserManager<Account> accounts) =>
        await accounts.SetLockoutEndDateAsync((await accounts.FindByIdAsync(id.ToString()))!, TimeProvider.System.GetUtcNow().AddSeconds(-1)));
}

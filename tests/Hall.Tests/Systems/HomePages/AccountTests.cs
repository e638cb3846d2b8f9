using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Window;
using Tongban.Hall.Services.Identity.Mobiles;
using Tongban.Hall.Services.Notices;
using Tongban.Hall.Tests.Support;
using Tongban.Sandbox.RealName;

namespace Tongban.Hall.Tests.Systems.HomePages;

public class AccountTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Devices_AreSeenAndEnded_ByTheirOwner(string database)
    {
        await using var host = databases.Start(database);
        using var person = await new Registrant(host, 80).RegisterAsync();
        using var phone = await SignedInAsync(host, person);
        using var tablet = await SignedInAsync(host, person);
        var list = await person.Browser.GetAsync("/my/devices");
        Assert.Equal(3, list.Body.Split("登录（").Length - 1);
        Assert.Contains("就是这台", list.Words);

        await person.Browser.PostAsync("/my/devices", "/my/devices", ("end", (await SessionsAsync(host, person)).OrderBy(s => s.StartedAt).Skip(1).First().Id.ToString()));
        Assert.StartsWith("/signin", (await phone.GetAsync("/my")).Location?[host.Address.ToString().TrimEnd('/').Length..] ?? "");
        Assert.Equal(HttpStatusCode.OK, (await tablet.GetAsync("/my")).Status);

        await person.Browser.PostAsync("/my/devices?handler=Others", "/my/devices");
        Assert.Equal(HttpStatusCode.Found, (await tablet.GetAsync("/my")).Status);
        Assert.Equal(HttpStatusCode.OK, (await person.Browser.GetAsync("/my")).Status);
    }

    [Fact]
    public async Task Session_EndsWhenIdle_AndAfterItsLongestTime()
    {
        var clock = new Clock();
        await using var host = databases.Prepare("sqlite").With(services => services.AddSingleton<TimeProvider>(clock)).Start();
        using var person = await new Registrant(host, 81).RegisterAsync();
        for (var i = 0; i < 13; i++)
        {
            clock.Advance(TimeSpan.FromMinutes(50));
            Assert.Equal(HttpStatusCode.OK, (await person.Browser.GetAsync("/my")).Status);
        }
        clock.Advance(TimeSpan.FromMinutes(75));
        Assert.Equal(HttpStatusCode.Found, (await person.Browser.GetAsync("/my")).Status);

        using var busy = await SignedInAsync(host, person);
        for (var i = 0; i < 14; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await busy.GetAsync("/my")).Status);
            clock.Advance(TimeSpan.FromMinutes(51));
        }
        clock.Advance(TimeSpan.FromMinutes(8));
        Assert.Equal(HttpStatusCode.Found, (await busy.GetAsync("/my")).Status);
    }

    [Theory]
    [InlineData("/my/account/password")]
    [InlineData("/my/account/mobile")]
    [InlineData("/my/account/passkeys")]
    public async Task SensitiveAct_AsksOnceMore_AfterFiveMinutes_AndLeadsBack(string path)
    {
        var clock = new Clock();
        await using var host = databases.Prepare("sqlite").With(services => services.AddSingleton<TimeProvider>(clock)).Start();
        using var person = await new Registrant(host, 82).RegisterAsync();
        Assert.Equal(HttpStatusCode.OK, (await person.Browser.GetAsync(path)).Status);
        clock.Advance(TimeSpan.FromMinutes(6));

        var asked = await person.Browser.GetAsync(path);
        Assert.Equal($"/signin/again?return={Uri.EscapeDataString(path)}", asked.Location);
        Assert.StartsWith("/signin/again", (await person.Browser.PostAsync(path, "/my/account", ("Password", "a password that is new"), ("Repeated", "a password that is new"))).Location);
        Assert.Null((await person.Browser.PostAsync(asked.Location!, asked.Location!, ("Password", "wrong-password"))).Location);
        var back = await person.Browser.PostAsync(asked.Location!, asked.Location!, ("Password", Registrant.Password));

        Assert.Equal(path, back.Location);
        Assert.Equal(HttpStatusCode.OK, (await person.Browser.GetAsync(path)).Status);
        Assert.Single(await SessionsAsync(host, person), s => s.EndedAt is null);
    }

    [Fact]
    public async Task Code_ToTheMobileOnFile_IsAsGoodAsThePassword()
    {
        var clock = new Clock();
        await using var host = databases.Prepare("sqlite").With(services => services.AddSingleton<TimeProvider>(clock)).Start();
        using var person = await new Registrant(host, 83).RegisterAsync(password: null);
        clock.Advance(TimeSpan.FromMinutes(6));

        await person.Browser.PostAsync("/signin/again?handler=Code&return=/my/account/passkeys", "/signin/again");
        var back = await person.Browser.PostAsync("/signin/again?handler=Enter&return=/my/account/passkeys", "/signin/again", ("Code", await person.CodeAsync("确认")));

        Assert.Equal("/my/account/passkeys", back.Location);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task NewPassword_EndsTheOtherSessions_AndTheOwnerIsTold(string database)
    {
        await using var host = databases.Start(database);
        using var person = await new Registrant(host, 84).RegisterAsync();
        using var thief = await SignedInAsync(host, person);

        await person.Browser.PostAsync("/my/account/password", "/my/account/password", ("Password", "一句新的话就是新密码"), ("Repeated", "一句新的话就是新密码"));

        Assert.Equal(HttpStatusCode.Found, (await thief.GetAsync("/my")).Status);
        Assert.Equal(HttpStatusCode.OK, (await person.Browser.GetAsync("/my")).Status);
        Assert.Null((await thief.SignInAsync(person.Person.Number, Registrant.Password)).Location);
        Assert.Equal("/my", (await thief.SignInAsync(person.Person.Number, "一句新的话就是新密码")).Location);
        await HallHost.UntilAsync(() => Task.FromResult(host.Sandbox.Messages.FirstOrDefault(m => m.Mobile == person.Person.Mobile && m.Text.Contains("密码刚刚改了", StringComparison.Ordinal))));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task NewMobile_WaitsThreeDays_AndTheOldOneCanStopIt(string database)
    {
        var clock = new Clock();
        await using var host = databases.Prepare(database).With(services => services.AddSingleton<TimeProvider>(clock)).Start();
        using var person = await new Registrant(host, 85).RegisterAsync();

        var link = await ChangeMobileAsync(host, person, "13922220001");
        Assert.Equal(person.Person.Mobile, await MobileAsync(host, person));
        using var anybody = new Visitor(host.Address);
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(link)).Status);
        Assert.Contains("已经停下", (await anybody.PostAsync(link, link)).Words);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Found, (await person.Browser.GetAsync("/my")).Status);
        clock.Advance(TimeSpan.FromDays(4));
        await CompleteAsync(host);
        Assert.Equal(person.Person.Mobile, await MobileAsync(host, person));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task NewMobile_ThatNobodyStops_CountsAfterThreeDays(string database)
    {
        var clock = new Clock();
        await using var host = databases.Prepare(database).With(services => services.AddSingleton<TimeProvider>(clock)).Start();
        using var person = await new Registrant(host, 86).RegisterAsync();
        await ChangeMobileAsync(host, person, "13922220002");
        await CompleteAsync(host);
        Assert.Equal(person.Person.Mobile, await MobileAsync(host, person));

        clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1));
        await CompleteAsync(host);

        Assert.Equal("13922220002", await MobileAsync(host, person));
    }

    [Fact]
    public async Task Preferences_FollowTheAccountToAnotherBrowser()
    {
        await using var host = databases.Start("sqlite");
        using var person = await new Registrant(host, 87).RegisterAsync();
        await person.Browser.GetAsync("/prefs?scale=elder&return=/my");
        await person.Browser.GetAsync("/prefs?theme=contrast&return=/my");
        await person.Browser.GetAsync("/prefs?lang=en&return=/en/my");

        using var other = new Visitor(host.Address);
        var arrived = await other.SignInAsync(person.Person.Number, Registrant.Password);

        Assert.Equal("/en/my", arrived.Location);
        var page = await other.GetAsync(arrived.Location!);
        Assert.Contains("data-scale=\"elder\"", page.Body);
        Assert.Contains("data-theme=\"contrast\"", page.Body);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task ServiceThatAsksForMore_LeadsToTheLevel_AndBack(string database)
    {
        await using var host = databases.Start(database);
        using var person = new Registrant(host, 88);
        await person.AskAsync();
        await person.ConfirmAsync();

        var asked = await person.Browser.GetAsync("/apply/no-criminal-record");
        Assert.Equal("/my/level?need=2&return=%2Fapply%2Fno-criminal-record", asked.Location);
        Assert.StartsWith("/my/level", (await person.Browser.PostAsync("/apply/no-criminal-record", "/my")).Location);
        Assert.Contains("办这件事要 2 级", (await person.Browser.GetAsync(asked.Location!)).Words);
        var wrong = await RaiseAsync(person, asked.Location!, "000000000000");
        Assert.Contains("有一项对不上", wrong.Words);
        var raised = await RaiseAsync(person, asked.Location!, person.Proof(Proofs.ProvidentFund));

        Assert.Equal("/apply/no-criminal-record", raised.Location);
        Assert.Equal(HttpStatusCode.OK, (await person.Browser.GetAsync(raised.Location!)).Status);
        Assert.Contains("提高实名等级", (await person.Browser.GetAsync("/my/data")).Words);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Window_OpensAtLevel3_AndRaisesWhoIsThere_ButOnlyStaffCan(string database)
    {
        await using var host = databases.Start(database);
        using var person = await new Registrant(host, 89).RegisterAsync();
        var clerk = new Proceeding(new Actor(ActorKind.Staff, Guid.NewGuid().ToString()), TimeProvider.System.GetUtcNow());
        var other = host.Sandbox.People.At(90);
        OpenAtWindowOptions Options(Sandbox.People.Person who, string? name = null) => new()
        {
            At = new AtWindow { MemberId = Guid.NewGuid(), OfficeId = Guid.NewGuid(), Papers = [Paper.IdentityCard] }, Name = name ?? who.Name, CitizenNumber = who.Number, Mobile = who.Mobile,
        };

        Assert.Equal("staff.only", (await host.UseAsync((WindowAccounts a) => a.OpenAsync(Options(other), new Proceeding(Actor.System("test"), clerk.At)))).Refusal?.Code);
        Assert.Equal(RealNameLevel.Present, (await host.UseAsync((WindowAccounts a) => a.OpenAsync(Options(other), clerk))).Value!.RealNameLevel);
        Assert.Equal("account.name-differs", (await host.UseAsync((WindowAccounts a) => a.OpenAsync(Options(person.Person, "王小明"), clerk))).Refusal?.Code);
        var raised = await host.UseAsync((WindowAccounts a) => a.OpenAsync(Options(person.Person), clerk));

        Assert.Equal(RealNameLevel.Present, raised.Value!.RealNameLevel);
        Assert.Equal("staff.only", (await host.UseAsync((Accounts a) => a.RaiseLevelAsync(new RaiseLevelOptions { AccountId = raised.Value.Id, Level = RealNameLevel.Present },
            new Proceeding(new Actor(ActorKind.Citizen, raised.Value.Id.ToString()), clerk.At)))).Refusal?.Code);
    }

    private static Task<Shown> RaiseAsync(Registrant person, string path, string fund) => person.Browser.PostAsync(path, path,
        ("Kind1", "DrivingLicence"), ("Value1", person.Proof(Proofs.DrivingLicence)), ("Kind2", "ProvidentFund"), ("Value2", fund));

    private static async Task<string> ChangeMobileAsync(HallHost host, Registrant person, string mobile)
    {
        await person.Browser.PostAsync("/my/account/mobile", "/my/account/mobile", ("Mobile", mobile));
        Assert.Equal("/my/account", (await person.Browser.PostAsync("/my/account/mobile?handler=Confirm", "/my/account", ("Code", await person.CodeAsync("换手机号", mobile: mobile)))).Location);
        var told = await HallHost.UntilAsync(() => Task.FromResult(host.Sandbox.Messages.FirstOrDefault(m => m.Mobile == person.Person.Mobile && m.Text.Contains("/stop/", StringComparison.Ordinal))));
        return new Uri(System.Text.RegularExpressions.Regex.Match(told.Text, @"http\S+").Value).AbsolutePath;
    }

    // The job's own time is the database's; here the verb is asked directly.
    private static async Task CompleteAsync(HallHost host) => await host.UseAsync(async (MobileChanges changes) =>
    {
        foreach (var id in await host.UseAsync((HallDb db) => db.Set<MobileChange>().Select(c => c.Id).ToListAsync()))
            await changes.CompleteAsync(id, new Proceeding(Actor.System("test"), TimeProvider.System.GetUtcNow()));
        return true;
    });

    private static async Task<string?> MobileAsync(HallHost host, Registrant person) => (await host.UseAsync((People people) => people.ByNumberAsync(person.Person.Number)))!.PhoneNumber;

    private static async Task<List<Session>> SessionsAsync(HallHost host, Registrant person)
    {
        var account = (await host.UseAsync((People people) => people.ByNumberAsync(person.Person.Number)))!;
        return await host.UseAsync((HallDb db) => db.Set<Session>().Where(s => s.AccountId == account.Id).ToListAsync());
    }

    private static async Task<Visitor> SignedInAsync(HallHost host, Registrant person)
    {
        var visitor = new Visitor(host.Address);
        Assert.Equal("/my", (await visitor.SignInAsync(person.Person.Number, Registrant.Password)).Location);
        return visitor;
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity.OneTime;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Services.Identity.Attacks;

/// <summary>One-time codes: guessed, used twice, used late, used elsewhere; and recovery abused.</summary>
public class CodeAttackTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task FiveWrongGuesses_MakeTheRightCodeWorthless(string database)
    {
        await using var host = databases.Start(database);
        using var person = await new Registrant(host, 110).RegisterAsync();
        using var browser = await AskedAsync(host, person);
        var code = await person.CodeAsync("登录");

        for (var i = 0; i < 5; i++) Assert.Null((await EnterAsync(browser, Registrant.Wrong(code))).Location);

        Assert.Null((await EnterAsync(browser, code)).Location);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task GuessesSentAtOnce_AreAllCounted_ByAllProcesses(string database)
    {
        await using var host = databases.Start(database);
        using var person = await new Registrant(host, 111).RegisterAsync();
        using var browser = await AskedAsync(host, person);
        var (code, cookie) = (await person.CodeAsync("登录"), browser.Cookie("tongban-code")!);
        // It has a sandbox of its own: from now on messages may go there.
        await using var another = host.Another();
        var browsers = Enumerable.Range(0, 12).Select(i => new Visitor(i % 2 == 0 ? host.Address : another.Address)).ToList();
        var tokens = new List<string>();
        foreach (var one in browsers)
        {
            one.Plant("tongban-code", cookie);
            tokens.Add(await one.TokenAsync("/signin/code/enter"));
        }

        await Task.WhenAll(browsers.Select((one, i) => one.PostAsync("/signin/code/enter", Form(tokens[i], Registrant.Wrong(code)))));

        Assert.Equal(OneTimeCodes.MostTries, (await host.UseAsync((HallDb db) => db.Set<OneTimeCode>().SingleAsync(c => c.Purpose == CodePurpose.SignIn))).Tries);
        Assert.Null((await EnterAsync(browser, code)).Location);
        browsers.ForEach(b => b.Dispose());
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task RightCode_SentTwiceAtOnce_OpensOneSession(string database)
    {
        await using var host = databases.Start(database);
        using var person = await new Registrant(host, 112).RegisterAsync();
        using var browser = await AskedAsync(host, person);
        var (code, token) = (await person.CodeAsync("登录"), await browser.TokenAsync("/signin/code/enter"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => browser.PostAsync("/signin/code/enter", Form(token, code))));

        Assert.Single(answers, a => a.Location == "/my");
        Assert.DoesNotContain("/my", (await browser.PostAsync("/signin/code/enter", Form(token, code))).Location ?? "");
    }

    [Fact]
    public async Task CodeInAnotherBrowser_OrForAnotherPurpose_OrTooLate_IsWorthless()
    {
        var clock = new Clock();
        await using var host = databases.Prepare("sqlite").With(services => services.AddSingleton<TimeProvider>(clock)).Start();
        using var person = await new Registrant(host, 113).RegisterAsync();
        using var browser = await AskedAsync(host, person);
        var code = await person.CodeAsync("登录");
        using var thief = await AskedAsync(host, person, "11010519491231002X");

        Assert.Null((await EnterAsync(thief, code)).Location);
        Assert.Null((await browser.PostAsync("/recover/confirm", "/signin", ("Code", code))).Location);
        Assert.Null((await browser.PostAsync("/register/confirm", "/signin", ("Code", code))).Location);
        clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Null((await EnterAsync(browser, code)).Location);
    }

    [Fact]
    public async Task Person_IsSparedTooManyMessages_AndTheAnswerStaysTheSame()
    {
        await using var host = databases.Prepare("sqlite").With("Hall:SignIn:CodesPerPerson", "2").Start();
        using var person = await new Registrant(host, 114).RegisterAsync();
        using var last = new Registrant(host, 115);
        for (var i = 0; i < 3; i++)
        {
            using var stranger = await AskedAsync(host, person);
            Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/signin/code/enter")).Status);
        }
        // Sent after the others: when it is there, so are they.
        await last.AskAsync();
        await last.CodeAsync("注册");

        Assert.Equal(2, person.Codes("登录").Count + person.Codes("注册").Count);
    }

    [Fact]
    public async Task CodesAskedFromOneAddress_EndWith429()
    {
        await using var host = databases.Prepare("sqlite").With("Hall:SignIn:CodesPerAddress", "3").Start();
        using var browser = new Visitor(host.Address);
        for (var i = 0; i < 3; i++) Assert.NotNull((await browser.PostAsync("/signin/code", "/signin/code", ("Name", $"1391111000{i}"))).Location);

        var refused = await browser.PostAsync("/signin/code", "/signin/code", ("Name", "13911110009"));

        Assert.Equal((HttpStatusCode.TooManyRequests, "600"), (refused.Status, refused.Answer.Headers.RetryAfter!.ToString()));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Recovery_ByTwoProofsAndTheMobileOnFile_EndsAllSessions_AndTellsTheOwner(string database)
    {
        await using var host = databases.Start(database);
        using var person = await new Registrant(host, 116).RegisterAsync();
        using var browser = new Visitor(host.Address);
        await person.RecoverAsync(browser, "忘了旧的就换一句新的");

        var done = await browser.PostAsync("/recover/confirm", "/recover/confirm", ("Code", await person.CodeAsync("重设密码")));

        Assert.Equal("/signin", done.Location);
        Assert.Equal(HttpStatusCode.Found, (await person.Browser.GetAsync("/my")).Status);
        Assert.Null((await browser.SignInAsync(person.Person.Number, Registrant.Password)).Location);
        Assert.Equal("/my", (await browser.SignInAsync(person.Person.Number, "忘了旧的就换一句新的")).Location);
        Assert.Contains("重设密码", (await browser.GetAsync("/my/data")).Body);
        await HallHost.UntilAsync(() => Task.FromResult(host.Sandbox.Messages.FirstOrDefault(m => m.Mobile == person.Person.Mobile && m.Text.Contains("重新设了密码", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Recovery_WithAProofThatDoesNotMatch_OrWithoutTheMobile_ChangesNothing()
    {
        await using var host = databases.Start("sqlite");
        using var person = await new Registrant(host, 117).RegisterAsync();
        using var thief = new Visitor(host.Address);

        // He has the numbers, but not the telephone.
        Assert.Equal("/recover/confirm", (await person.RecoverAsync(thief, "now it is mine alone")).Location);
        var code = await person.CodeAsync("重设密码");
        Assert.Null((await thief.PostAsync("/recover/confirm", "/recover/confirm", ("Code", Registrant.Wrong(code)))).Location);
        // He has the telephone, but not the numbers: no code comes.
        using var finder = new Visitor(host.Address);
        Assert.Equal("/recover/confirm", (await person.RecoverAsync(finder, "now it is mine alone", bankCard: "6299000000000000000")).Location);
        // What came to the telephone is good in the browser that asked only.
        Assert.Null((await finder.PostAsync("/recover/confirm", "/recover/confirm", ("Code", code))).Location);

        Assert.Equal(HttpStatusCode.OK, (await person.Browser.GetAsync("/my")).Status);
        using var owner = new Visitor(host.Address);
        Assert.Equal("/my", (await owner.SignInAsync(person.Person.Number, Registrant.Password)).Location);
    }

    private static async Task<Visitor> AskedAsync(HallHost host, Registrant person, string? name = null)
    {
        var browser = new Visitor(host.Address);
        Assert.Equal("/signin/code/enter", (await browser.PostAsync("/signin/code", "/signin/code", ("Name", name ?? person.Person.Number))).Location);
        return browser;
    }

    private static Task<Shown> EnterAsync(Visitor browser, string code) => browser.PostAsync("/signin/code/enter", "/signin/code/enter", ("Code", code));

    private static FormUrlEncodedContent Form(string token, string code) => new([new("__RequestVerificationToken", token), new("Code", code)]);
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Services.Identity.Attacks;

/// <summary>What people try who want into another's account.</summary>
public class AttackTests(Databases databases)
{
    /// <summary>Every form of sign-in, registration, recovery and the account.</summary>
    public static TheoryData<string> Forms =>
    [
        "/signin", "/signin?handler=Options", "/signin?handler=Passkey", "/signin/code", "/signin/code/enter", "/signin/again", "/signin/again?handler=Code", "/signin/again?handler=Enter",
        "/signin/again?handler=Options", "/signin/again?handler=Passkey", "/signout", "/register", "/register/confirm", "/recover", "/recover/confirm", "/my/account?handler=Stop",
        "/my/account/password", "/my/account/mobile", "/my/account/mobile?handler=Confirm", "/my/account/passkeys?handler=Options", "/my/account/passkeys?handler=Passkey",
        "/my/account/passkeys?handler=Remove", "/my/devices", "/my/devices?handler=Others", "/my/level", "/stop/0000",
    ];

    [Fact]
    public async Task FormsSentFromElsewhere_AreRefused()
    {
        await using var host = databases.Start("sqlite");
        using var person = await new Registrant(host, 100).RegisterAsync();
        using var stranger = new Registrant(host, 101);
        var othersToken = await stranger.Browser.TokenAsync("/signin");
        foreach (var row in Forms)
        {
            var path = row.Data;
            foreach (var token in new[] { "", othersToken })
                Assert.Equal((path, HttpStatusCode.BadRequest), (path, (await person.Browser.PostAsync(path, new FormUrlEncodedContent([new("__RequestVerificationToken", token)]))).Status));
        }
        Assert.Equal(HttpStatusCode.OK, (await person.Browser.GetAsync("/my")).Status);
    }

    [Fact]
    public async Task SessionAndCookies_AreNewAtEverySignIn_AndTheOldOnesAreWorthless()
    {
        await using var host = databases.Start("sqlite");
        using var person = await new Registrant(host, 102).RegisterAsync();
        var planted = person.Browser.Cookie("tongban");

        await person.Browser.PostAsync("/signin", "/my", ("Name", person.Person.Number), ("Password", Registrant.Password));
        Assert.NotEqual(planted, person.Browser.Cookie("tongban"));
        using var thief = new Visitor(host.Address);
        thief.Plant("tongban", planted!);

        Assert.Equal(HttpStatusCode.Found, (await thief.GetAsync("/my")).Status);
        Assert.Equal(2, (await host.UseAsync((HallDb db) => db.Set<Session>().ToListAsync())).Select(s => s.Id).Distinct().Count());
    }

    [Fact]
    public async Task PlantedCookie_OfTheAttackersSession_EndsWhenTheVictimSignsIn()
    {
        await using var host = databases.Start("sqlite");
        using var attacker = await new Registrant(host, 103).RegisterAsync();
        using var victim = await new Registrant(host, 104).RegisterAsync();
        using var browser = new Visitor(host.Address);
        browser.Plant("tongban", attacker.Browser.Cookie("tongban")!);

        Assert.Equal("/my", (await browser.PostAsync("/signin", "/my", ("Name", victim.Person.Number), ("Password", Registrant.Password))).Location);

        Assert.Contains(victim.Person.Name, (await browser.GetAsync("/my")).Body);
        Assert.Equal(HttpStatusCode.Found, (await attacker.Browser.GetAsync("/my")).Status);
    }

    public static TheoryData<string> Elsewhere => ["https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil.example", "javascript:alert(1)", "evil.example"];

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task ReturnToElsewhere_IsNotFollowed(string to)
    {
        var clock = new Clock();
        await using var host = databases.Prepare("sqlite").With(services => services.AddSingleton<TimeProvider>(clock)).Start();
        using var person = await new Registrant(host, 105).RegisterAsync();
        var query = $"?return={Uri.EscapeDataString(to)}";
        clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal("/my", (await person.Browser.PostAsync($"/signin/again{query}", "/signin/again", ("Password", Registrant.Password))).Location);
        Assert.Equal("/my", (await person.Browser.GetAsync($"/signin/again{query}")).Location);
        using var other = new Visitor(host.Address);
        Assert.Equal("/signin/code/enter", (await other.PostAsync($"/signin/code{query}", "/signin/code", ("Name", person.Person.Number))).Location);
        Assert.Equal("/my", (await other.PostAsync($"/signin/code/enter{query}", "/signin/code/enter", ("Code", await person.CodeAsync("登录")))).Location);
        Assert.Equal("/my/account", (await RaiseLevelAsync(host, query)).Location);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"id":"AAAA","type":"public-key"}""")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"e30","authenticatorData":"AAAA","signature":"AAAA"}}""")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"e30","attestationObject":"o2NmbXRkbm9uZQ"}}""")]
    public async Task PasskeyThatIsNone_IsRefused(string credential)
    {
        await using var host = databases.Start("sqlite");
        using var person = await new Registrant(host, 109).RegisterAsync();
        using var nobody = new Visitor(host.Address);

        Assert.Contains("challenge", (await nobody.PostAsync("/signin?handler=Options", "/signin")).Body);
        var signIn = await nobody.PostAsync("/signin?handler=Passkey", "/signin", ("Credential", credential));
        Assert.Contains("challenge", (await person.Browser.PostAsync("/my/account/passkeys?handler=Options", "/my/account")).Body);
        var added = await person.Browser.PostAsync("/my/account/passkeys?handler=Passkey", "/my/account", ("Credential", credential));

        Assert.All([signIn, added], shown => Assert.Equal((HttpStatusCode.OK, true), (shown.Status, shown.Words.Contains("没有认出这个通行密钥", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task WhoIsRegistered_IsNotTold_ByAnyForm()
    {
        await using var host = databases.Start("sqlite");
        using var known = await new Registrant(host, 106).RegisterAsync();
        using var unknown = new Registrant(host, 107);
        using var forKnown = new Visitor(host.Address);
        using var forUnknown = new Visitor(host.Address);
        var pages = new List<(string What, Shown Known, Shown Unknown)>();
        async Task TryAsync(string what, Func<Registrant, Visitor, Task<Shown>> act) => pages.Add((what, await act(known, forKnown), await act(unknown, forUnknown)));

        await TryAsync("password", (who, browser) => browser.SignInAsync(who.Person.Number, "wrong-password"));
        await TryAsync("password by mobile", (who, browser) => browser.SignInAsync(who.Person.Mobile, "wrong-password"));
        await TryAsync("code", (who, browser) => browser.PostAsync("/signin/code", "/signin/code", ("Name", who.Person.Number)));
        await TryAsync("code page", (_, browser) => browser.GetAsync("/signin/code/enter"));
        await TryAsync("wrong code", (_, browser) => browser.PostAsync("/signin/code/enter", "/signin/code/enter", ("Code", "000")));
        await TryAsync("registration", (who, browser) => browser.PostAsync("/register", "/register", ("Name", who.Person.Name), ("Number", who.Person.Number), ("Mobile", who.Person.Mobile)));
        await TryAsync("registration page", (_, browser) => browser.GetAsync("/register/confirm"));
        await TryAsync("wrong registration code", (_, browser) => browser.PostAsync("/register/confirm", "/register/confirm", ("Code", "000")));
        await TryAsync("recovery", (who, browser) => who.RecoverAsync(browser, "eine ganz neue Losung"));
        await TryAsync("recovery page", (_, browser) => browser.GetAsync("/recover/confirm"));
        await TryAsync("wrong recovery code", (_, browser) => browser.PostAsync("/recover/confirm", "/recover/confirm", ("Code", "000")));

        Assert.All(pages, p => Assert.Equal((p.What, p.Known.Status, p.Known.Location, p.Known.Words), (p.What, p.Unknown.Status, p.Unknown.Location, p.Unknown.Words)));
        Assert.All(pages, p => Assert.Equal((p.What, Names(p.Known)), (p.What, Names(p.Unknown))));
    }

    private static string Names(Shown shown) => string.Join(' ', shown.Answer.Headers.Where(h => h.Key != "Set-Cookie").Select(h => h.Key).Concat(
        shown.Answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Select(c => c.Split('=')[0]) : []).Order());

    private static async Task<Shown> RaiseLevelAsync(HallHost host, string query)
    {
        using var person = new Registrant(host, 108);
        await person.AskAsync();
        await person.ConfirmAsync();
        return await person.Browser.PostAsync($"/my/level{query}", "/my/level", ("Kind1", "BankCard"), ("Value1", person.Proof("bankCard")), ("Kind2", "ProvidentFund"), ("Value2", person.Proof("providentFund")));
    }
}

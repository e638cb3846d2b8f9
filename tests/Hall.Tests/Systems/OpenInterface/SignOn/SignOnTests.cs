using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Systems.OpenInterface;
using Tongban.Hall.Systems.OpenInterface.SignOn;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.OpenInterface.SignOn;

/// <summary>The way of a person through the sign-on, and what the program learns.</summary>
public class SignOnTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Consent_IsAskedOnce_AndTellsTheProgramWhatItSaid(string database)
    {
        await using var host = databases.Start(database);
        using var site = new RelyingParty(host);
        using var person = new Visitor(host.Address);
        var asked = await person.GetAsync(site.Ask(("scope", "openid profile citizen_number offline_access")));
        Assert.StartsWith("/signin?return=%2Fconnect%2Fauthorize", asked.Location, StringComparison.Ordinal);
        var back = await person.SignInAsync(ApiClient.Number("林晓雯"), Hall.Demo.DemoCity.Password, asked.Location!["/signin".Length..]);
        var consent = await person.GetAsync(back.Location!);
        Assert.All(["演示网站", "身份证号码", "姓名", "林晓雯", "预约场馆"], word => Assert.Contains(word, consent.Words, StringComparison.Ordinal));
        Assert.Contains("frame-ancestors 'none'", consent.Answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        var answer = await RelyingParty.PressAsync(person, consent, "allow");
        Assert.StartsWith(DemoClients.SiteAddress + "?", answer.Location, StringComparison.Ordinal);
        Assert.Equal(("s1", host.Address.ToString()), (RelyingParty.Answer(answer)["state"], RelyingParty.Answer(answer)["iss"]));
        var tokens = await site.RedeemAsync(RelyingParty.Answer(answer)["code"]!);
        var said = RelyingParty.Read(tokens["id_token"]);
        Assert.Equal(("n1", "urn:tongban:level:2", DemoClients.Site), ((string)said["nonce"]!, (string)said["acr"]!, (string)said["aud"]!));
        Assert.DoesNotContain("hall_", said.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("林晓雯", said.ToJsonString(), StringComparison.Ordinal);
        var info = (await site.UserInfoAsync((string)tokens["access_token"]!))!;
        Assert.Equal(("林晓雯", ApiClient.Number("林晓雯"), (string)said["sub"]!), ((string)info["name"]!, (string)info["citizen_number"]!, (string)info["sub"]!));

        Assert.NotNull(RelyingParty.Answer(await person.GetAsync(site.Ask(("prompt", "none"))))["code"]);
        Assert.Equal("consent_required", RelyingParty.Answer(await person.GetAsync(site.Ask(("prompt", "none"), ("scope", "openid acting_for"))))["error"]);
        Assert.Contains("知道您是谁", (await person.GetAsync(site.Ask(("prompt", "consent")))).Words, StringComparison.Ordinal);
        Assert.Equal(1, await host.UseAsync((HallDb db) => db.Set<ProceedingEntry>().CountAsync(e => e.Event == nameof(ProgramAllowed))));
    }

    [Fact]
    public async Task Names_DifferFromProgramToProgram_AndStayTheSameInOne()
    {
        await using var host = databases.Start("sqlite");
        var (other, secret) = await Clients.ClientRegistryTests.RegisterAsync(host, "library", ["openid"], ["https://library.example/back"]);
        using var site = new RelyingParty(host);
        using var library = new RelyingParty(host, other, secret, "https://library.example/back");
        using var person = await SignedInPerson.AsAsync(host);
        using var neighbour = await SignedInPerson.AsAsync(host, "周子涵");
        async Task<string> Of(RelyingParty party, Visitor who) => (string)RelyingParty.Read((await party.RedeemAsync(await party.CodeAsync(who, ("scope", "openid"))))["id_token"])["sub"]!;
        var first = await Of(site, person);
        Assert.Equal(first, await Of(site, person));
        Assert.Distinct([first, await Of(library, person), await Of(site, neighbour)]);
    }

    [Fact]
    public async Task Refusing_TellsTheProgramNothing()
    {
        await using var host = databases.Start("sqlite");
        using var site = new RelyingParty(host);
        using var person = await SignedInPerson.AsAsync(host);
        var answer = await RelyingParty.PressAsync(person, await person.GetAsync(site.Ask()), "refuse");
        Assert.Equal(("access_denied", null), (RelyingParty.Answer(answer)["error"], RelyingParty.Answer(answer)["code"]));
    }

    [Fact]
    public async Task SignInAgain_IsAskedFor_AndCannotBeTakenOutOfTheAddress()
    {
        await using var host = databases.Start("sqlite");
        using var site = new RelyingParty(host);
        using var person = await SignedInPerson.AsAsync(host);
        await site.CodeAsync(person);
        foreach (var wish in new (string, string?)[] { ("prompt", "login"), ("max_age", "0") })
        {
            var page = await person.GetAsync(site.Ask(wish));
            Assert.Contains("再登录一次", page.Words, StringComparison.Ordinal);
            Assert.Equal("login_required", RelyingParty.Answer(await person.GetAsync(site.Ask(wish, ("prompt", wish.Item1 == "prompt" ? "login none" : "none"))))["error"] ?? "login_required");
            var signIn = await RelyingParty.PressAsync(person, page, "again");
            Assert.StartsWith("/signin?", signIn.Location, StringComparison.Ordinal);
            var back = await person.SignInAsync(ApiClient.Number("林晓雯"), Hall.Demo.DemoCity.Password, signIn.Location!["/signin".Length..]);
            Assert.NotNull(RelyingParty.Answer(await person.GetAsync(back.Location!))["code"]);
            // The mark belongs to this request alone.
            var mark = System.Web.HttpUtility.ParseQueryString(back.Location![back.Location!.IndexOf('?')..])["since"];
            Assert.Contains("再登录一次", (await person.GetAsync(site.Ask(wish, ("state", "other"), ("since", mark)))).Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task LevelThatIsMissing_LeadsToWhereItIsRaised_OrIsRefusedQuietly()
    {
        await using var host = databases.Start("sqlite");
        using var site = new RelyingParty(host);
        using var person = await SignedInPerson.AsAsync(host);
        Assert.StartsWith("/my/level?need=3&return=%2Fconnect%2Fauthorize", (await person.GetAsync(site.Ask(("acr_values", "urn:tongban:level:3")))).Location, StringComparison.Ordinal);
        Assert.Equal("interaction_required", RelyingParty.Answer(await person.GetAsync(site.Ask(("acr_values", "urn:tongban:level:3"), ("prompt", "none"))))["error"]);
        Assert.Contains("知道您是谁", (await person.GetAsync(site.Ask(("acr_values", "urn:tongban:level:3 urn:tongban:level:1")))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodySignedIn_QuietlyAsked_IsLoginRequired()
    {
        await using var host = databases.Start("sqlite");
        using var site = new RelyingParty(host);
        using var nobody = new Visitor(host.Address);
        Assert.Equal("login_required", RelyingParty.Answer(await nobody.GetAsync(site.Ask(("prompt", "none"))))["error"]);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task TakingBack_EndsWhatTheProgramHas(string database)
    {
        await using var host = databases.Start(database);
        using var site = new RelyingParty(host);
        using var person = await SignedInPerson.AsAsync(host);
        var tokens = await site.RedeemAsync(await site.CodeAsync(person));
        Assert.Contains("演示网站", (await person.GetAsync("/my/programs")).Words, StringComparison.Ordinal);
        using (var neighbour = await SignedInPerson.AsAsync(host, "周子涵"))
        {
            Assert.Contains("没有程序认识您", (await neighbour.GetAsync("/my/programs")).Words, StringComparison.Ordinal);
            await neighbour.PostAsync("/my/programs", "/my/programs", ("withdraw", DemoClients.Site));
        }
        Assert.NotNull(await site.UserInfoAsync((string)tokens["access_token"]!));
        await person.PostAsync("/my/programs", "/my", ("withdraw", DemoClients.Site));
        Assert.Contains("没有程序认识您", (await person.GetAsync("/my/programs")).Words, StringComparison.Ordinal);
        Assert.Null(await site.UserInfoAsync((string)tokens["access_token"]!));
        Assert.Equal("invalid_grant", (string?)(await site.RefreshAsync((string)tokens["refresh_token"]!))["error"]);
        Assert.Equal("consent_required", RelyingParty.Answer(await person.GetAsync(site.Ask(("prompt", "none"))))["error"]);
    }

    [Fact]
    public async Task SigningOut_AsksFirst_EndsRefreshing_AndLeadsToARegisteredAddressOnly()
    {
        await using var host = databases.Start("sqlite");
        using var site = new RelyingParty(host);
        using var person = await SignedInPerson.AsAsync(host);
        var tokens = await site.RedeemAsync(await site.CodeAsync(person));
        string Leave(string to) => $"/connect/logout?id_token_hint={tokens["id_token"]}&post_logout_redirect_uri={Uri.EscapeDataString(to)}&state=x";
        Assert.Equal(HttpStatusCode.BadRequest, (await person.GetAsync(Leave("https://evil.example/"))).Status);
        var page = await person.GetAsync(Leave(DemoClients.SiteAfter));
        Assert.Contains("也从通办退出吗", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/my")).Status);
        var left = await RelyingParty.PressAsync(person, page, "end", "/connect/logout");
        Assert.Equal(DemoClients.SiteAfter + "?state=x", left.Location);
        Assert.NotEqual(HttpStatusCode.OK, (await person.GetAsync("/my")).Status);
        Assert.Equal("invalid_grant", (string?)(await site.RefreshAsync((string)tokens["refresh_token"]!))["error"]);
    }

    [Fact]
    public async Task InEnglish_TheSameRequestIsAnswered_ByTheSameProvider()
    {
        await using var host = databases.Start("sqlite");
        using var site = new RelyingParty(host);
        using var person = await SignedInPerson.AsAsync(host);
        var page = await person.GetAsync("/en" + site.Ask());
        Assert.Contains("Let Demo site know who you are", page.Words, StringComparison.Ordinal);
        var answer = await RelyingParty.PressAsync(person, page, "allow", "/en/connect/authorize");
        Assert.Equal(host.Address.ToString(), RelyingParty.Answer(answer)["iss"]);
        Assert.NotNull((await site.RedeemAsync(RelyingParty.Answer(answer)["code"]!))["id_token"]);
    }

    [Fact]
    public async Task ActingForAnother_IsToldWhenAskedFor_AndNotByARenewedToken()
    {
        await using var host = databases.Start("sqlite");
        var claims = host.Services.GetRequiredService<IServiceScopeFactory>().CreateScope().ServiceProvider.GetRequiredService<SignOnClaims>();
        var (self, other) = await host.UseAsync(async (HallDb db) => (await db.Set<Account>().FirstAsync(), await db.Set<Account>().OrderBy(a => a.Id).LastAsync()));
        var session = new Session { Id = Guid.NewGuid(), AccountId = self.Id, StartedAt = TimeProvider.System.GetUtcNow() };
        var behalf = new Behalf(other.Id, Guid.NewGuid());
        async Task<string?> Told(string scope) => (await claims.OfAsync(session, self, new OpenIddict.Abstractions.OpenIddictRequest { ClientId = "x", Scope = scope }, behalf)).FindFirst("acting_for")?.Value;
        Assert.Null(await Told("openid profile"));
        Assert.Contains(behalf.MandateId.ToString(), await Told("openid acting_for"), StringComparison.Ordinal);
    }
}

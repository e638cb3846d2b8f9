using System.Net;
using System.Text.Json.Nodes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Systems.OpenInterface.Clients;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.OpenInterface.SignOn;

/// <summary>Members of staff sign in to an authority's own system.</summary>
public class StaffSignOnTests(Databases databases)
{
    private const string Id = "review-desk", Back = "https://review.example/back", Scopes = "openid profile staff";

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Program_LearnsThePostAtHand_WithoutAConsent(string database)
    {
        await using var host = databases.Start(database);
        using var desk = await RegisterAsync(host);
        using var member = new Visitor(host.Address);
        var asked = await member.GetAsync(desk.Ask(("scope", Scopes)));
        Assert.StartsWith("/staff/signin?return=%2Fconnect%2Fauthorize", asked.Location, StringComparison.Ordinal);
        var signedIn = await member.PostAsync(asked.Location!, "/staff/signin", ("Number", "S1001"), ("Password", Hall.Demo.DemoStaff.Password), ("Code", SecondFactor.CodeAt(StaffDoor.Demo("S1001").Secret, StaffDoor.Now(host))));
        var answer = await member.GetAsync(signedIn.Location!);
        Assert.StartsWith(Back + "?", answer.Location, StringComparison.Ordinal);
        var tokens = await desk.RedeemAsync(RelyingParty.Answer(answer)["code"]!);
        var said = RelyingParty.Read(tokens["id_token"]);
        var staff = JsonNode.Parse(said["staff"]!.ToJsonString())!;
        Assert.Equal("S1001", (string)staff["number"]!);
        Assert.Equal(18, ((string)staff["authority"]!).Length);
        Assert.Contains(nameof(StaffRole.Handler), staff["roles"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.NotNull(said["name"]);
        Assert.All(["acr", "acting_for", "citizen_number", "hall_staff_session"], name => Assert.Null(said[name]));
        Assert.Null(tokens["refresh_token"]);
        // Its token opens nothing: neither userinfo nor the API.
        Assert.Null(await desk.UserInfoAsync((string)tokens["access_token"]!));
        // Signed in already: nothing is asked again. From another site the strict cookie comes along after one step of our own.
        Assert.NotNull(RelyingParty.Answer(await member.GetAsync(desk.Ask(("scope", Scopes), ("prompt", "none"))))["code"]);
        using var across = new HttpRequestMessage(HttpMethod.Get, desk.Ask(("scope", Scopes))) { Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        var step = await member.SendAsync(across);
        Assert.Equal((HttpStatusCode.OK, null), (step.Status, step.Location));
        Assert.Contains("http-equiv=\"refresh\" content=\"0;url=/connect/authorize?", step.Body, StringComparison.Ordinal);
        Assert.Equal("login_required", RelyingParty.Answer(await member.GetAsync(desk.Ask(("scope", Scopes), ("prompt", "none"), ("max_age", "0"))))["error"]);
    }

    [Fact]
    public async Task CitizensAndStaff_NeverSignInToEachOthersPrograms()
    {
        await using var host = databases.Start("sqlite");
        using var desk = await RegisterAsync(host);
        using var site = new RelyingParty(host);
        using var citizen = await SignedInPerson.AsAsync(host);
        using var member = await StaffDoor.SignedInAsync(host, "S1001");
        Assert.StartsWith("/staff/signin?", (await citizen.GetAsync(desk.Ask(("scope", Scopes)))).Location, StringComparison.Ordinal);
        Assert.Equal("login_required", RelyingParty.Answer(await citizen.GetAsync(desk.Ask(("scope", Scopes), ("prompt", "none"))))["error"]);
        Assert.StartsWith("/signin?", (await member.GetAsync(site.Ask())).Location, StringComparison.Ordinal);
        Assert.Equal("login_required", RelyingParty.Answer(await member.GetAsync(site.Ask(("prompt", "none"))))["error"]);
        // Nor do they ask for the others' scopes, or get registered for them.
        Assert.Null(RelyingParty.Answer(await citizen.GetAsync(site.Ask(("scope", "openid staff"))))["code"]);
        Assert.Null(RelyingParty.Answer(await member.GetAsync(desk.Ask(("scope", "openid citizen_number"))))["code"]);
        foreach (var (forStaff, scope) in new[] { (true, "citizen_number"), (true, "acting_for"), (true, "offline_access"), (false, "staff") })
            Assert.Contains(scope, (await TryAsync(host, "wrong", forStaff, "openid", scope)).Refusal!.Fields["Scopes"], StringComparison.Ordinal);
        var terms = new ClientTerms { Scopes = ["openid", "citizen_number"], RedirectUris = [Back] };
        Assert.True((await host.UseAsync((ClientRegistry clients) => clients.ChangeAsync(Id, terms, UpstreamPair.Who))).Refusal!.Fields.ContainsKey("Scopes"));
    }

    [Fact]
    public async Task WhoseSessionOrPostEnded_GetsNoTokenForHisCode()
    {
        await using var host = databases.Start("sqlite");
        using var desk = await RegisterAsync(host);
        using var member = await StaffDoor.SignedInAsync(host, "S1001");
        var code = RelyingParty.Answer(await member.GetAsync(desk.Ask(("scope", Scopes))))["code"]!;
        await member.PostAsync("/staff/signout", "/staff/post");
        Assert.Equal("invalid_grant", (string)(await desk.RedeemAsync(code))["error"]!);
    }

    private static async Task<RelyingParty> RegisterAsync(HallHost host) =>
        new(host, Id, (await TryAsync(host, Id, true, "openid", "profile", "staff")).Value!, Back);

    private static Task<Hall.Platform.Outcomes.Outcome<string>> TryAsync(HallHost host, string id, bool forStaff, params string[] scopes) => host.UseAsync((ClientRegistry clients) => clients.RegisterAsync(new NewClient
    {
        Id = id, Owner = "114403000000009916", OwnerName = "演示市数据局", ForStaff = forStaff, Name = new Text("审查系统", "Review desk"), Why = new Text("内部办公", "Work of the authority"),
        Terms = new ClientTerms { Scopes = scopes, RedirectUris = [Back] },
    }, UpstreamPair.Who));
}

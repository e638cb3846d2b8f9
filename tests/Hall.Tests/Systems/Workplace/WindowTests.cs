using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Services.Identity.Window;
using Tongban.Hall.Tests.Support;
using Tongban.Sandbox.People;

namespace Tongban.Hall.Tests.Systems.Workplace;

public class WindowTests(Databases databases)
{
    private const string Page = "/staff/register";

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task PersonWithAMobile_ReadsOutTheCode_GetsLevel3_AndSignsInByCode(string database)
    {
        await using var host = databases.Start(database);
        using var clerk = await StaffDoor.SignedInAsync(host, "S2001");
        using var person = new Registrant(host, 201);

        Assert.Equal("/staff/register/code", (await SeeAsync(clerk, person.Person, person.Person.Mobile)).Location);
        var code = await person.CodeAsync("窗口开户");
        Assert.Contains("验证码不对", (await clerk.PostAsync("/staff/register/code", "/staff/register/code", ("Code", Registrant.Wrong(code)))).Words);
        Assert.Equal("/staff/register?done=opened", (await clerk.PostAsync("/staff/register/code", "/staff/register/code", ("Code", code))).Location);

        var account = await AccountAsync(host, person.Person);
        Assert.Equal((RealNameLevel.Present, person.Person.Mobile, null), (account!.RealNameLevel, account.PhoneNumber, account.PasswordHash));
        var visit = Assert.Single(await VisitsAsync(host, account.Id));
        Assert.Equal((WindowAct.Opened, "IdentityCard,HouseholdRegister"), (visit.Act, visit.Papers));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task PersonWithoutAMobile_GetsASlip_ThatOpensOnce(string database)
    {
        await using var host = databases.Start(database);
        using var clerk = await StaffDoor.SignedInAsync(host, "S2001");
        using var person = new Registrant(host, 202);
        var slip = Code(await SeeAsync(clerk, person.Person, ""));
        Task<Shown> UseAsync(string code) => person.Browser.PostAsync("/signin/slip", "/signin/slip", ("Number", person.Person.Number), ("Code", code), ("Password", Registrant.Password));

        Assert.Contains("登录条上的码不对", (await UseAsync("0000-0000-0000-0000")).Words);
        Assert.Equal("/signin", (await UseAsync(slip.ToLowerInvariant())).Location);
        Assert.Contains("登录条上的码不对", (await UseAsync(slip)).Words);
        Assert.Equal("/my", (await person.Browser.SignInAsync(person.Person.Number, Registrant.Password)).Location);
        Assert.Contains("窗口开户", (await person.Browser.GetAsync("/my/data")).Words);
    }

    [Fact]
    public async Task SlipThatWasReplaced_OpensNothing()
    {
        await using var host = databases.Start("sqlite");
        using var clerk = await StaffDoor.SignedInAsync(host, "S2001");
        using var person = new Registrant(host, 203);
        var first = Code(await SeeAsync(clerk, person.Person, ""));
        var second = Code(await SeeAsync(clerk, person.Person, "", handler: "?handler=Slip"));
        Task<Shown> UseAsync(string code) => person.Browser.PostAsync("/signin/slip", "/signin/slip", ("Number", person.Person.Number), ("Code", code), ("Password", Registrant.Password));

        Assert.Null((await UseAsync(first)).Location);
        Assert.Equal("/signin", (await UseAsync(second)).Location);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task PersonWhoIsKnown_IsShownMasked_RaisedWithTheCard_AndSeesAllOfIt(string database)
    {
        await using var host = databases.Start(database);
        using var clerk = await StaffDoor.SignedInAsync(host, "S2001");
        using var person = await new Registrant(host, 204).RegisterAsync();

        var shown = await SeeAsync(clerk, person.Person, "");
        Assert.Contains("这个人有账户", shown.Words);
        Assert.DoesNotContain(person.Person.Mobile, shown.Body);
        Assert.DoesNotContain(person.Person.Name, shown.Words);
        Assert.Contains("请核对本人和证件照片", (await SeeAsync(clerk, person.Person, "", "?handler=Raise", present: false)).Words);
        Assert.Equal("/staff/register?done=raised", (await SeeAsync(clerk, person.Person, "", "?handler=Raise")).Location);

        var account = (await AccountAsync(host, person.Person))!;
        Assert.Equal(RealNameLevel.Present, account.RealNameLevel);
        Assert.Contains(WindowAct.Raised, (await VisitsAsync(host, account.Id)).Select(v => v.Act));
        Assert.Contains("窗口查到您的账户", (await person.Browser.GetAsync("/my/data")).Words);
    }

    [Fact]
    public async Task WrongName_TellsNothingOfTheAccount_AndMissingPapersOpenNone()
    {
        await using var host = databases.Start("sqlite");
        using var clerk = await StaffDoor.SignedInAsync(host, "S2001");
        using var known = await new Registrant(host, 205).RegisterAsync();
        var wrong = await SeeAsync(clerk, known.Person with { Name = "王小明" }, "");
        Assert.Contains("姓名和账户里的不一样", wrong.Words);
        Assert.DoesNotContain(known.Person.Mobile[^4..], wrong.Words);

        using var other = new Registrant(host, 206);
        var bare = await clerk.PostAsync(Page, Page, ("Number", other.Person.Number), ("Name", other.Person.Name), ("Mobile", other.Person.Mobile), ("Papers", "HouseholdRegister"), ("Present", "true"));
        Assert.Contains("请看过身份证或临时身份证的原件", bare.Words);
        Assert.Contains($"value=\"{other.Person.Number}\"", bare.Body);
        Assert.Null(await AccountAsync(host, other.Person));
    }

    [Fact]
    public async Task AnotherClerkInTheSameBrowser_DoesNotOpenWhatHeHasNotSeen()
    {
        await using var host = databases.Start("sqlite");
        using var clerk = await StaffDoor.SignedInAsync(host, "S2001");
        using var person = new Registrant(host, 208);
        await SeeAsync(clerk, person.Person, person.Person.Mobile);
        var by = (await host.UseAsync(async (Posts posts) => await posts.OfAsync((await host.UseAsync((Members all) => all.ByNumberAsync("S2001")))!.Id))).Single();
        var today = DateOnly.FromDateTime(StaffDoor.Now(host).AddHours(8).DateTime);
        await host.UseAsync((Substitutions all) => all.MakeAsync(new SubstituteOptions { PostId = by.Post.Id, SubstituteNumber = "S1001", From = today, Until = today.AddDays(1), By = by }, HeldQueue.Who));
        using var other = await StaffDoor.SignedInAsync(host, "S1001");
        await other.PostAsync("/staff/post?handler=Take", "/staff/post", ("post", by.Post.Id.ToString()));
        other.Plant("tongban-code", clerk.Cookie("tongban-code")!);

        Assert.Contains("验证码不对", (await other.PostAsync("/staff/register/code", "/staff/register/code", ("Code", await person.CodeAsync("窗口开户")))).Words);
        Assert.Null(await AccountAsync(host, person.Person));
    }

    [Fact]
    public async Task ClerkWhoLooksUpTooMany_IsStopped()
    {
        await using var host = databases.Start("sqlite");
        using var clerk = await StaffDoor.SignedInAsync(host, "S2001");
        using var person = await new Registrant(host, 207).RegisterAsync();
        var token = await clerk.TokenAsync(Page);
        var last = await Enumerable.Range(0, 61).ToAsyncEnumerable().Select(async (int _, CancellationToken _) => await clerk.PostAsync(Page, new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), new("Number", person.Person.Number), new("Name", "王小明")]))).LastAsync(TestContext.Current.CancellationToken);
        Assert.Contains("这一小时查的人太多", last.Words);
    }

    private static Task<Shown> SeeAsync(Visitor clerk, Person person, string mobile, string handler = "", bool present = true) => clerk.PostAsync(Page + handler, Page,
    [
        ("Number", person.Number), ("Name", person.Name), ("Mobile", mobile), ("Papers", "IdentityCard"), ("Papers", "HouseholdRegister"),
        .. present ? new (string, string)[] { ("Present", "true") } : [],
    ]);

    private static string Code(Shown shown) => Regex.Match(shown.Body, "[0-9A-Z]{4}(-[0-9A-Z]{4}){3}").Value;

    private static Task<Account?> AccountAsync(HallHost host, Person person) => host.UseAsync((People people) => people.ByNumberAsync(person.Number));

    private static Task<List<WindowVisit>> VisitsAsync(HallHost host, Guid account) => host.UseAsync((HallDb db) => db.Set<WindowVisit>().Where(v => v.AccountId == account).ToListAsync());
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.Workplace;

public class StaffSignInTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task NumberPasswordAndCode_OpenTheWorkplace_AndACodeCountsOnce(string database)
    {
        await using var host = databases.Start(database);
        var code = SecondFactor.CodeAt(StaffDoor.Demo("S1001").Secret, StaffDoor.Now(host));
        using var first = new Visitor(host.Address);
        using var second = new Visitor(host.Address);

        Assert.Equal("/staff", (await StaffDoor.TryAsync(host, first, "S1001", DemoStaff.Password, code)).Location);
        Assert.Contains("毕业生接收处", (await first.GetAsync("/staff")).Words);
        Assert.Null((await StaffDoor.TryAsync(host, second, "S1001", DemoStaff.Password, code)).Location);
    }

    [Fact]
    public async Task UnknownNumber_WrongPassword_WrongCode_LockedMember_AreAnsweredInTheSameWords()
    {
        await using var host = databases.Start("sqlite");
        using var visitor = new Visitor(host.Address);
        var answers = new List<Shown>
        {
            await visitor.PostAsync("/staff/signin", "/staff/signin", ("Number", "S0000"), ("Password", DemoStaff.Password), ("Code", "000000")),
            await StaffDoor.TryAsync(host, visitor, "S1001", "wrong-Password-1"),
            await StaffDoor.TryAsync(host, visitor, "S1001", DemoStaff.Password, "000000"),
            await StaffDoor.TryAsync(host, visitor, "S1001", DemoStaff.Password, ""),
        };
        for (var i = 0; i < 3; i++) await StaffDoor.TryAsync(host, visitor, "S1001", "wrong-Password-1");
        answers.Add(await StaffDoor.TryAsync(host, visitor, "S1001", DemoStaff.Password));

        Assert.All(answers, a => Assert.Contains("工号、密码或验证码不对", a.Words));
        Assert.Single(answers.Select(a => a.Words[..a.Words.IndexOf("演示工作人员", StringComparison.Ordinal)]).Distinct());
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task CodesGuessedAllAtOnce_LockTheMember(string database)
    {
        await using var host = databases.Start(database);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
        {
            using var visitor = new Visitor(host.Address);
            await StaffDoor.TryAsync(host, visitor, "S1002", DemoStaff.Password, $"{i:000000}");
        }));
        using var right = new Visitor(host.Address);
        Assert.Null((await StaffDoor.TryAsync(host, right, "S1002", DemoStaff.Password)).Location);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task PostThatEnds_EndsWhatTheBrowserMayDo_AtTheNextRequest(string database)
    {
        await using var host = databases.Start(database);
        using var officer = await StaffDoor.SignedInAsync(host, "S1001");
        var member = await host.UseAsync((HallDb db) => db.Set<StaffMember>().SingleAsync(m => m.Number == "S1001"));
        var post = await host.UseAsync((HallDb db) => db.Set<Post>().SingleAsync(p => p.MemberId == member.Id));

        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync("/staff")).Status);
        await host.UseAsync((Posts posts) => posts.EndAsync(post.Id, Anyone));
        Assert.StartsWith("/staff/signin", new Uri(host.Address, (await officer.GetAsync("/staff")).Location!).PathAndQuery);
        using var again = new Visitor(host.Address);
        Assert.Contains("没有生效的岗位", (await StaffDoor.TryAsync(host, again, "S1001", DemoStaff.Password, SecondFactor.CodeAt(StaffDoor.Demo("S1001").Secret, StaffDoor.Now(host).AddSeconds(30)))).Words);
    }

    [Fact]
    public async Task CitizensAndStaff_DoNotComeThroughEachOthersDoors()
    {
        await using var host = databases.Start("sqlite");
        using var officer = await StaffDoor.SignedInAsync(host, "S1001");
        using var citizen = new Visitor(host.Address);
        Assert.Equal("/my", (await citizen.SignInAsync((await Residents.NamedAsync(host, "林晓雯")).CitizenNumber, DemoCity.Password)).Location);

        Assert.Contains("/signin", (await officer.GetAsync("/my")).Location);
        Assert.Contains("/staff/signin", (await citizen.GetAsync("/staff")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/admin/members")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/admin/log")).Status);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task NewMember_ChoosesAPassword_EnrolsASecondFactor_AndOnlyThenWorks(string database)
    {
        await using var host = databases.Start(database);
        var member = (await host.UseAsync((Members members) => members.EnterAsync(new EnterMemberOptions { Number = "S5001", Name = "王小明", FirstPassword = "first-Password-1" }, Anyone))).Value!;
        var office = await host.UseAsync((HallDb db) => db.Set<Office>().FirstAsync());
        var post = (await host.UseAsync((Posts posts) => posts.ProposeAsync(new ProposePostOptions { MemberId = member.Id, OfficeId = office.Id, Roles = [StaffRole.Handler], From = office.From, By = Guid.NewGuid() }, Anyone))).Value!;
        Assert.True((await host.UseAsync((Posts posts) => posts.ConfirmAsync(post.Id, Guid.NewGuid(), Anyone))).Ok);
        using var visitor = new Visitor(host.Address);
        Task<Shown> TryAsync(string password, string code) => visitor.PostAsync("/staff/signin", "/staff/signin", ("Number", "S5001"), ("Password", password), ("Code", code));

        Assert.Equal("/staff/first", (await TryAsync("first-Password-1", "")).Location);
        Assert.Contains("/staff/first", (await visitor.GetAsync("/staff")).Location);
        Assert.Contains("至少三种", (await visitor.PostAsync("/staff/first?handler=Password", "/staff/first", ("Password", "weakpassword"))).Words);
        Assert.Contains("最近用过", (await visitor.PostAsync("/staff/first?handler=Password", "/staff/first", ("Password", "first-Password-1"))).Words);
        Assert.Equal("/staff/first", (await visitor.PostAsync("/staff/first?handler=Password", "/staff/first", ("Password", "my-Own-Password-1"))).Location);
        var page = await visitor.GetAsync("/staff/first");
        var secret = System.Text.RegularExpressions.Regex.Match(page.Body, "<b class=\"num\">([A-Z2-7]{32})</b>").Groups[1].Value;
        var code = SecondFactor.CodeAt(secret, StaffDoor.Now(host));
        Assert.Contains("验证码不对", (await visitor.PostAsync("/staff/first?handler=Code", "/staff/first", ("Secret", page.Hidden("Secret")), ("Code", "000000"))).Words);
        Assert.Contains("恢复码", (await visitor.PostAsync("/staff/first?handler=Code", "/staff/first", ("Secret", page.Hidden("Secret")), ("Code", code))).Words);
        Assert.Equal("/staff/signin", (await visitor.GetAsync("/staff/first")).Location);

        Assert.Null((await TryAsync("my-Own-Password-1", code)).Location);
        Assert.Equal("/staff", (await TryAsync("my-Own-Password-1", SecondFactor.CodeAt(secret, StaffDoor.Now(host).AddSeconds(30)))).Location);
    }

    private static Proceeding Anyone => new(Actor.System("test"), TimeProvider.System.GetUtcNow());
}

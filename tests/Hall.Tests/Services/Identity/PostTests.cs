using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Services.Identity;

public class PostTests(Databases databases)
{
    private static Proceeding Someone => new(Actor.System("test"), TimeProvider.System.GetUtcNow());

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime);

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Post_NeedsTwoAdministrators_AndNobodyConfirmsHisOwn(string database)
    {
        await using var host = databases.Start(database);
        var (officer, system, security) = (await IdAsync(host, "S1001"), await IdAsync(host, "S9001"), await IdAsync(host, "S9002"));
        var proposed = (await ProposeAsync(host, officer, system, StaffRole.Checker)).Value!;

        Assert.Single(await host.UseAsync((Posts posts) => posts.OfAsync(officer)));
        Assert.Equal(Refusals.OwnPost, (await ConfirmAsync(host, proposed.Id, system)).Refusal);
        Assert.Equal(Refusals.OwnPost, (await ConfirmAsync(host, proposed.Id, officer)).Refusal);
        Assert.True((await ConfirmAsync(host, proposed.Id, security)).Ok);
        Assert.Equal(Refusals.StaffUnknown, (await ConfirmAsync(host, proposed.Id, security)).Refusal);
        Assert.Equal(2, (await host.UseAsync((Posts posts) => posts.OfAsync(officer))).Count);
    }

    [Theory]
    [InlineData("S9001", StaffRole.SecurityAdministrator)]
    [InlineData("S9001", StaffRole.AuditAdministrator)]
    [InlineData("S9002", StaffRole.SystemAdministrator)]
    [InlineData("S9003", StaffRole.Handler)]
    [InlineData("S1001", StaffRole.SystemAdministrator)]
    [InlineData("S3001", StaffRole.AuditAdministrator)]
    public async Task AdministratorsAndThoseWhoHandleCases_AreDifferentPeople(string number, StaffRole role)
    {
        await using var host = databases.Start("sqlite");
        Assert.Equal(Refusals.RolesSeparated, (await ProposeAsync(host, await IdAsync(host, number), await IdAsync(host, "S9001"), role)).Refusal);
    }

    [Fact]
    public async Task TwoProposalsThatTogetherWouldJoinWhatIsSeparated_AreNotBothConfirmed()
    {
        await using var host = databases.Start("sqlite");
        var member = (await host.UseAsync((Members members) => members.EnterAsync(new EnterMemberOptions { Number = "S5001", Name = "王小明", FirstPassword = "first-Password-1" }, Someone))).Value!.Id;
        Assert.True((await ProposeAsync(host, member, Guid.NewGuid(), StaffRole.SystemAdministrator)).Ok);
        Assert.Equal(Refusals.RolesSeparated, (await ProposeAsync(host, member, Guid.NewGuid(), StaffRole.SecurityAdministrator)).Refusal);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Substitute_ActsInThePost_OnItsDaysOnly(string database)
    {
        await using var host = databases.Start(database);
        var (holder, other) = (await IdAsync(host, "S1001"), await IdAsync(host, "S1101"));
        var post = (await host.UseAsync((Posts posts) => posts.OfAsync(holder))).Single();
        Task<Outcome<Substitution>> SubstituteAsync(string number, DateOnly from, DateOnly until) =>
            host.UseAsync((Substitutions all) => all.MakeAsync(new SubstituteOptions { PostId = post.Post.Id, By = post, SubstituteNumber = number, From = from, Until = until }, Someone));

        Assert.Equal(Refusals.PostDates, (await SubstituteAsync("S1101", Today, Today.AddDays(-1))).Refusal);
        Assert.Equal(Refusals.RolesSeparated, (await SubstituteAsync("S9001", Today, Today)).Refusal);
        Assert.Equal(Refusals.OwnSubstitute, (await SubstituteAsync("S1001", Today, Today)).Refusal);
        Assert.Equal(Refusals.MemberUnknown, (await SubstituteAsync("S0000", Today, Today)).Refusal);
        Assert.True((await SubstituteAsync("S1101", Today.AddDays(5), Today.AddDays(6))).Ok);
        Assert.Single(await host.UseAsync((Posts posts) => posts.OfAsync(other)));

        var made = (await SubstituteAsync("S1101", Today, Today.AddDays(1))).Value!;
        var stoodIn = (await host.UseAsync((Posts posts) => posts.OfAsync(other))).Single(p => p.StandsInFor is not null);
        Assert.Equal((post.Post.Id, other, holder), (stoodIn.Post.Id, stoodIn.Member.Id, stoodIn.StandsInFor!.Id));
        Assert.Equal(Refusals.SubstitutedAlready, (await SubstituteAsync("S1002", Today.AddDays(1), Today.AddDays(2))).Refusal);
        await host.UseAsync((Substitutions all) => all.EndAsync(made.Id, post, Someone));
        Assert.Single(await host.UseAsync((Posts posts) => posts.OfAsync(other)));
    }

    private static async Task<Guid> IdAsync(HallHost host, string number) => (await host.UseAsync((HallDb db) => db.Set<StaffMember>().SingleAsync(m => m.Number == number))).Id;

    private static async Task<Outcome<Post>> ProposeAsync(HallHost host, Guid member, Guid by, params StaffRole[] roles)
    {
        var office = await host.UseAsync((HallDb db) => db.Set<Office>().FirstAsync());
        return await host.UseAsync((Posts posts) => posts.ProposeAsync(new ProposePostOptions { MemberId = member, OfficeId = office.Id, Roles = roles, From = Today, By = by }, Someone));
    }

    private static Task<Outcome<bool>> ConfirmAsync(HallHost host, Guid post, Guid by) => host.UseAsync((Posts posts) => posts.ConfirmAsync(post, by, Someone));
}

using Microsoft.EntityFrameworkCore;
using Tongban.Codes;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Services.Identity;

public class StructureTests(Databases databases)
{
    private const string Bureau = "11440300MB9T00011T", Nantou = "440305001000";

    private static readonly string Fresh = SocialCreditCode.Create("11", "440305", "MB9T0099").Value;

    private static Proceeding Someone => new(Actor.System("test"), TimeProvider.System.GetUtcNow());

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime);

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Authority_LivesFromEnteringToItsEnd_AndItsOfficesEndWithIt(string database)
    {
        await using var host = databases.Start(database);
        var entered = (await EnterAsync(host, Nantou)).Value!;
        Assert.Equal(Tongban.Hall.Services.Identity.Staff.RegionLevel.Street, entered.Level);
        Assert.Equal(Refusals.AuthorityKnown, (await EnterAsync(host, Nantou)).Refusal);
        var office = (await OpenAsync(host, Fresh, Today)).Value!;

        Assert.Equal(Refusals.LastDay, (await EndAsync(host, Fresh, Today.AddDays(-1))).Refusal);
        Assert.True((await EndAsync(host, Fresh, Today.AddDays(3))).Ok);
        Assert.Equal(Today.AddDays(3), (await host.UseAsync((Offices offices) => offices.FindAsync(office.Id)))!.Until);
        Assert.Equal(Refusals.OfficeDates, (await OpenAsync(host, Fresh, Today.AddDays(4))).Refusal);
        Assert.Equal(Refusals.OfficeDates, (await ProposeAsync(host, office.Id, null)).Refusal);
        Assert.True((await ProposeAsync(host, office.Id, Today.AddDays(3))).Ok);
    }

    [Theory]
    [InlineData("440305001999")]
    [InlineData("110101000000")]
    [InlineData("")]
    public async Task RegionThatIsNotTheCitys_IsRefused(string region)
    {
        await using var host = databases.Start("sqlite");
        Assert.Equal(Refusals.RegionUnknown, (await EnterAsync(host, region)).Refusal);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task WherePostsAre_NothingEnds_AndTheRegionStays(string database)
    {
        await using var host = databases.Start(database);
        var (authority, office) = await host.UseAsync(async (HallDb db) => (await db.Set<Authority>().SingleAsync(a => a.Uscc == Bureau), await db.Set<Office>().SingleAsync(o => o.AuthorityUscc == Bureau)));
        Task<Outcome<Authority>> ChangeAsync(string name, string region) => host.UseAsync(async (Authorities all) => await all.ChangeAsync(new ChangeAuthorityOptions
        {
            Uscc = Bureau, Version = (await all.FindAsync(Bureau))!.Version, Terms = new AuthorityTerms { NameZh = name, NameEn = "Bureau", RegionCode = region },
        }, Someone));

        Assert.Equal(Refusals.PostsInForce(3).Zh, (await EndAsync(host, Bureau, Today)).Refusal?.Zh);
        Assert.Equal("office.has-posts", (await host.UseAsync((Offices all) => all.EndAsync(office.Id, Today, Someone))).Refusal?.Code);
        Assert.Equal(Refusals.AuthorityHasReach, (await ChangeAsync("人社局", "440305000000")).Refusal);
        Assert.Equal("人社局", (await ChangeAsync("人社局", authority.RegionCode)).Value?.NameZh);

        foreach (var post in await host.UseAsync((Posts posts) => posts.InAsync([office]))) await host.UseAsync((Posts posts) => posts.EndAsync(post.Post.Id, Someone));
        Assert.Equal("440305000000", (await ChangeAsync("人社局", "440305000000")).Value?.RegionCode);
        Assert.True((await EndAsync(host, Bureau, Today)).Ok);
    }

    [Fact]
    public async Task StaleChange_IsRefused()
    {
        await using var host = databases.Start("sqlite");
        var seen = (await EnterAsync(host, Nantou)).Value!;
        Task<Outcome<Authority>> ChangeAsync(string name) => host.UseAsync((Authorities all) => all.ChangeAsync(
            new ChangeAuthorityOptions { Uscc = Fresh, Version = seen.Version, Terms = new AuthorityTerms { NameZh = name, NameEn = "x", RegionCode = Nantou } }, Someone));

        Assert.True((await ChangeAsync("甲")).Ok);
        Assert.Equal(Refusals.StaffStale, (await ChangeAsync("乙")).Refusal);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task EndAndProposalAtOnce_NeverLeaveAPostInAnEndedOffice(string database)
    {
        await using var host = databases.Start(database);
        await EnterAsync(host, Nantou);
        for (var round = 0; round < 10; round++)
        {
            var office = (await OpenAsync(host, Fresh, Today)).Value!;
            var (ended, proposed) = (host.UseAsync((Offices all) => all.EndAsync(office.Id, Today, Someone)), ProposeAsync(host, office.Id, null));
            await Task.WhenAll(ended, proposed);
            Assert.NotEqual((await ended).Ok, (await proposed).Ok);
        }
    }

    private static Task<Outcome<Authority>> EnterAsync(HallHost host, string region) => host.UseAsync((Authorities all) => all.EnterAsync(
        new EnterAuthorityOptions { Uscc = Fresh, From = Today, Terms = new AuthorityTerms { NameZh = "某街道办事处", NameEn = "A street office", RegionCode = region } }, Someone));

    private static Task<Outcome<Office>> OpenAsync(HallHost host, string uscc, DateOnly from) =>
        host.UseAsync((Offices all) => all.OpenAsync(new OpenOfficeOptions { AuthorityUscc = uscc, NameZh = "窗口", NameEn = "Counter", From = from }, Someone));

    private static Task<Outcome<Authority>> EndAsync(HallHost host, string uscc, DateOnly last) => host.UseAsync((Authorities all) => all.EndAsync(uscc, last, Someone));

    private static async Task<Outcome<Post>> ProposeAsync(HallHost host, Guid office, DateOnly? until)
    {
        var member = await host.UseAsync((Members members) => members.ByNumberAsync("S1001"));
        return await host.UseAsync((Posts posts) => posts.ProposeAsync(
            new ProposePostOptions { MemberId = member!.Id, OfficeId = office, Roles = [StaffRole.Handler], From = Today, Until = until, By = Guid.NewGuid() }, Someone));
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.Workplace;

public class SubstitutionPageTests(Databases databases)
{
    private const string Page = "/staff/substitution";

    [Fact]
    public async Task Holder_ArrangesASubstitute_BothSeeIt_AndHeCallsItOff()
    {
        await using var host = databases.Start("sqlite");
        using var holder = await StaffDoor.SignedInAsync(host, "S1001");
        using var other = await StaffDoor.SignedInAsync(host, "S1101");
        var post = await PostAsync(host, "S1001");

        var refused = await ArrangeAsync(holder, post, "S0000");
        Assert.Contains("没有这个工号", refused.Words);
        Assert.Contains("value=\"S0000\"", refused.Body);
        Assert.Equal(Page, (await ArrangeAsync(holder, post, "S1101")).Location);
        Assert.Contains("宋佳", (await holder.GetAsync(Page)).Words);
        Assert.Contains("正在代班", (await other.GetAsync(Page)).Words);

        var made = await host.UseAsync((HallDb db) => db.Set<Substitution>().SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"{Page}?handler=End", Page, ("substitution", made.Id.ToString()))).Status);
        Assert.Equal(Page, (await holder.PostAsync($"{Page}?handler=End", Page, ("substitution", made.Id.ToString()))).Location);
        Assert.NotNull((await host.UseAsync((HallDb db) => db.Set<Substitution>().SingleAsync())).EndedAt);
    }

    [Fact]
    public async Task Head_SpeaksForHisAuthority_AndForNoOther()
    {
        await using var host = databases.Start("sqlite");
        using var head = await StaffDoor.SignedInAsync(host, "S1003");
        using var handler = await StaffDoor.SignedInAsync(host, "S1001");

        Assert.Equal(Page, (await ArrangeAsync(head, await PostAsync(host, "S1001"), "S1002")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await ArrangeAsync(head, await PostAsync(host, "S1101"), "S1002")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ArrangeAsync(handler, await PostAsync(host, "S1002"), "S1101")).Status);
    }

    [Fact]
    public async Task Head_DoesNotHandOnAnAdministratorsPost()
    {
        await using var host = databases.Start("sqlite");
        var officer = await host.UseAsync((Members all) => all.ByNumberAsync("S4001"));
        var by = (await host.UseAsync((Posts posts) => posts.CurrentAsync(officer!.Id))).Single();
        var head = by with { Post = new Post { Id = Guid.NewGuid(), MemberId = by.Member.Id, OfficeId = by.Office.Id, Roles = nameof(StaffRole.Head) } };

        var may = await host.UseAsync((Substitutions all) => all.PostsOfAsync(head));

        Assert.Contains(may, p => p.Member.Number == "S2001");
        Assert.DoesNotContain(may, p => p.Member.Number.StartsWith("S9", StringComparison.Ordinal));
    }

    private static async Task<Guid> PostAsync(HallHost host, string number) =>
        (await host.UseAsync(async (Posts posts) => await posts.CurrentAsync((await host.UseAsync((Members all) => all.ByNumberAsync(number)))!.Id))).Single().Post.Id;

    private static Task<Shown> ArrangeAsync(Visitor who, Guid post, string substitute)
    {
        var day = TimeProvider.System.GetUtcNow().AddHours(8);
        return who.PostAsync(Page, Page, ("Post", post.ToString()), ("Substitute", substitute),
            ("From.y", $"{day.Year}"), ("From.m", $"{day.Month}"), ("From.d", $"{day.Day}"), ("Until.y", $"{day.Year + 1}"), ("Until.m", "1"), ("Until.d", "5"));
    }
}

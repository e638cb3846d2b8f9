using Microsoft.EntityFrameworkCore;
using Tongban.Codes;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.Administration;

public class StructurePageTests(Databases databases)
{
    private static readonly string Fresh = SocialCreditCode.Create("11", "440305", "MB9T0098").Value;

    [Fact]
    public async Task AuthorityIsEntered_GetsAnOffice_IsRenamed_AndEnds_OnScreen()
    {
        await using var host = databases.Start("sqlite");
        using var admin = await StaffDoor.SignedInAsync(host, "S9001");
        var here = $"/admin/authorities/{Fresh}";

        var wrong = await EnterAsync(admin, Fresh[..17] + (Fresh[17] == '0' ? '1' : '0'), "南头街道");
        Assert.Contains("统一社会信用代码有一位填错了", wrong.Words);
        Assert.Contains("value=\"某街道办事处\"", System.Net.WebUtility.HtmlDecode(wrong.Body));
        Assert.Contains("没有这个地区", (await EnterAsync(admin, Fresh, "哪里")).Words);
        Assert.Equal(here, (await EnterAsync(admin, Fresh, "南山区 南头街道")).Location);
        Assert.Contains("这个统一社会信用代码已经登记过", (await EnterAsync(admin, Fresh, "440305001000")).Words);

        Assert.Equal(here, (await admin.PostAsync($"{here}?handler=Open", here, [("OfficeZh", "窗口"), ("OfficeEn", "Counter"), .. Day("From", Today)])).Location);
        var office = await host.UseAsync((HallDb db) => db.Set<Office>().SingleAsync(o => o.AuthorityUscc == Fresh));
        var desk = $"/admin/offices/{office.Id}";
        var before = await admin.GetAsync(desk);
        Assert.Equal(desk, (await admin.PostAsync($"{desk}?handler=Change", desk, ("NameZh", "综合窗口"), ("NameEn", "Counter"), ("Version", before.Hidden("Version")))).Location);
        var stale = await admin.PostAsync($"{desk}?handler=Change", desk, ("NameZh", "别的窗口"), ("NameEn", "Counter"), ("Version", before.Hidden("Version")));
        Assert.Contains("别人刚刚改过", stale.Words);
        Assert.Contains("现在是", stale.Words);
        Assert.Contains("value=\"别的窗口\"", System.Net.WebUtility.HtmlDecode(stale.Body));

        Assert.Equal(here, (await admin.PostAsync($"{here}?handler=End", here, Day("Last", Today))).Location);
        Assert.Contains(Fresh, (await admin.GetAsync("/admin/authorities?level=Street&q=某街道")).Words);
    }

    [Fact]
    public async Task AuthorityWithPosts_SaysWhoseTheyAre_AndDoesNotEnd()
    {
        await using var host = databases.Start("sqlite");
        using var admin = await StaffDoor.SignedInAsync(host, "S9001");
        var here = "/admin/authorities/11440300MB9T00011T";
        var shown = await admin.PostAsync($"{here}?handler=End", here, Day("Last", Today));
        Assert.Contains("还有 3 个岗位到那天没有结束", shown.Words);
        Assert.Contains("何静", shown.Words);
    }

    [Fact]
    public async Task AuthorityWithCasesUnderWay_DoesNotEnd()
    {
        await using var host = databases.Start("sqlite");
        await (await new Graduate(host, "罗文博").FillInAsync()).SubmitAsync(askPerson: true);
        using var admin = await StaffDoor.SignedInAsync(host, "S9001");
        var here = "/admin/authorities/11440300MB9T00011T";
        Assert.Contains("还有 1 件办件没有办结", (await admin.PostAsync($"{here}?handler=End", here, Day("Last", Today))).Words);
    }

    [Theory]
    [InlineData("S9002")]
    [InlineData("S9003")]
    [InlineData("S1003")]
    public async Task OnlyTheSystemAdministrator_KnowsThesePages(string number)
    {
        await using var host = databases.Start("sqlite");
        using var other = await StaffDoor.SignedInAsync(host, number);
        foreach (var path in new[] { "/admin/authorities", "/admin/authorities/new", "/admin/authorities/11440300MB9T00011T" })
            Assert.Equal((path, System.Net.HttpStatusCode.NotFound), (path, (await other.GetAsync(path)).Status));
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime);

    private static (string, string)[] Day(string name, DateOnly day) => [($"{name}.y", $"{day.Year}"), ($"{name}.m", $"{day.Month}"), ($"{name}.d", $"{day.Day}")];

    private static Task<Shown> EnterAsync(Visitor admin, string uscc, string region) => admin.PostAsync("/admin/authorities/new", "/admin/authorities/new",
        [("Uscc", uscc), ("NameZh", "某街道办事处"), ("NameEn", "A street office"), ("Region", region), .. Day("From", Today)]);
}

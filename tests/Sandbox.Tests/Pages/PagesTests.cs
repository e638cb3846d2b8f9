using System.Net;
using Tongban.Sandbox.People;
using Tongban.Sandbox.Registries;

namespace Tongban.Sandbox.Tests.Pages;

public class PagesTests
{
    [Fact]
    public async Task Home_ListsRegistersFaultsAndPeople()
    {
        await using var asker = await Asker.StartAsync();
        var page = await asker.Http.GetStringAsync("/");
        Assert.All(Registry.All, r => Assert.Contains(r.Title, page));
        Assert.All(DemoPeople.Of(new(2026, 11, 23)), d => Assert.Contains(d.Person.Number, page));
        Assert.DoesNotContain("class=\"broken\"", page);
        asker.Server.Break("death", new Fault(FaultMode.Stale));
        Assert.Contains("class=\"broken\">数据是一个月前的", await asker.Http.GetStringAsync("/"));
    }

    [Fact]
    public async Task TheButton_BreaksARegister_AndLeadsBack()
    {
        await using var asker = await Asker.StartAsync();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["mode"] = "Slow", ["delayMs"] = "250" });
        using var response = await asker.Http.PostAsync("/faults/education", form);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("/", response.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal(new Fault(FaultMode.Slow, 250), asker.Server.FaultOf("education"));
        Assert.Equal(HttpStatusCode.BadRequest, (await asker.Http.PostAsync("/faults/education", new StringContent("mode=Slow"))).StatusCode);
    }

    [Fact]
    public async Task TheInbox_ShowsTextsAsText()
    {
        await using var asker = await Asker.StartAsync();
        Assert.Contains("还没有短信", await asker.Http.GetStringAsync("/sms"));
        await asker.SendSmsAsync("m1", "13900261999", "<script>alert(1)</script>已受理");
        var page = await asker.Http.GetStringAsync("/sms?mobile=13900261999");
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page);
        Assert.Contains("12:00:00", page);
        Assert.DoesNotContain("<script>", page);
        Assert.DoesNotContain("\"><b>", await asker.Http.GetStringAsync("/sms?mobile=%22%3E%3Cb%3E"));
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Tongban.Hall.Tests.Support;
using Tongban.TransparencyLog;
using static Tongban.Hall.Tests.Support.ApiClient;

namespace Tongban.Hall.Tests.Systems.OpenInterface;

public class ApiTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Case_FiledByAProgram_IsGrantedAtOnce_AndItsReceiptHolds(string database)
    {
        await using var host = databases.Start(database);
        using var api = await OfAsync(host);
        var begun = await api.PostAsync("cases", ApiClient.Graduate("林晓雯"), "a");
        var draft = await JsonAsync(begun);
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        Assert.Equal($"/api/v1/cases/{draft["id"]}", begun.Headers.Location!.ToString());
        Assert.Equal(draft.ToJsonString(), (await JsonAsync(await api.Http.GetAsync(begun.Headers.Location, TestContext.Current.CancellationToken))).ToJsonString());

        var submitted = await JsonAsync(await api.PostAsync($"cases/{draft["id"]}/submit", Shown(draft), "b"));

        Assert.True((bool)submitted["granted"]!);
        Assert.DoesNotContain(Receipt.Read(submitted["receipt"]!.ToJsonString()).Value!.Verify(null), f => f.State == ProofState.Failed);
        Assert.True((bool)(await JsonAsync(await api.GetAsync($"licences/{submitted["licence"]}")))["holds"]!);
        var progress = await JsonAsync(await api.GetAsync($"cases/{submitted["number"]}/progress?code={submitted["queryCode"]}"));
        Assert.Equal("Closed", (string)progress["state"]!);
        Assert.Equal("case.unknown", await CodeAsync(await api.GetAsync($"cases/{submitted["number"]}/progress?code=22222222")));
    }

    [Fact]
    public async Task ChangedSinceItWasRead_IsRefusedWithAStableCode()
    {
        await using var host = databases.Start("sqlite");
        using var api = await OfAsync(host);
        var draft = await JsonAsync(await api.PostAsync("cases", ApiClient.Graduate("周子涵"), "c"));
        Assert.Equal("case.shown-differs", await CodeAsync(await api.PostAsync($"cases/{draft["id"]}/submit", new { version = (int)draft["version"]!, shownHash = new string('0', 64) }, "d")));
    }

    [Fact]
    public async Task RegionThatDoesNotExist_IsNamedWhenTheCaseIsRead_NotOnlyWhenItIsSubmitted()
    {
        await using var host = databases.Start("sqlite");
        using var api = await OfAsync(host);
        var answers = ApiClient.Answers;
        answers["区"] = "440399000000";
        var draft = await JsonAsync(await api.PostAsync("cases", new { item = "graduate-settlement", applicant = Number("林晓雯"), answers }, "e"));
        Assert.NotNull(draft["errors"]!["区"]);
        Assert.Equal("answers.invalid", await CodeAsync(await api.PostAsync($"cases/{draft["id"]}/submit", Shown(draft), "f")));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task ForAnotherClient_NeitherPersonNorCaseExists(string database)
    {
        await using var host = databases.Start(database);
        using var api = await OfAsync(host);
        using var stranger = await StrangerAsync(host);
        var draft = await JsonAsync(await api.PostAsync("cases", ApiClient.Graduate("林晓雯"), "g"));

        Assert.Equal("applicant.unknown", await CodeAsync(await stranger.PostAsync("cases", ApiClient.Graduate("林晓雯"), "g")));
        Assert.Equal("case.unknown", await CodeAsync(await stranger.GetAsync($"cases/{draft["id"]}")));
        Assert.Equal("case.unknown", await CodeAsync(await stranger.PostAsync($"cases/{draft["id"]}/submit", Shown(draft), "h")));
        Assert.Equal("applicant.unknown", await CodeAsync(await stranger.PostAsync("lookups/search", new { applicant = Number("林晓雯") }, null)));
        Assert.Equal("applicant.unknown", await CodeAsync(await api.PostAsync("cases", new { item = "graduate-settlement", applicant = host.Sandbox.People.At(7).Number }, "i")));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task LookUpsMadeAboutAPerson_AreShownWithPurpose(string database)
    {
        await using var host = databases.Start(database);
        using var api = await OfAsync(host);
        await api.PostAsync("cases", ApiClient.Graduate("林晓雯"), "j");

        var made = (await JsonAsync(await api.PostAsync("lookups/search", new { applicant = Number("林晓雯") }, null)))["lookups"]!.AsArray();

        Assert.Contains(made, l => (string)l!["registry"]! == "education");
        Assert.All(made, l => Assert.False(string.IsNullOrEmpty((string)l!["purpose"]!["zh"]!) || l["fields"]!.AsArray().Count == 0));
    }
}

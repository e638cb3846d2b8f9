using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Exchange;
using Tongban.Hall.Systems.OpenInterface;
using Tongban.Hall.Tests.Support;
using Tongban.Sandbox.Registries;
using static Tongban.Hall.Tests.Support.ApiClient;

namespace Tongban.Hall.Tests.Systems.OpenInterface;

/// <summary>The contract of the key: missing 400, in flight 409, other body 422, replay identical, one effect whatever breaks.</summary>
public class IdempotencyTests(Databases databases)
{
    public static TheoryData<string?, string> Malformed => new()
    {
        { null, "idempotency.missing" }, { "", "idempotency.missing" },
        { new string('k', 81), "idempotency.malformed" }, { "two words", "idempotency.malformed" }, { "键", "idempotency.malformed" }, { "k\u007f", "idempotency.malformed" },
    };

    [Fact]
    public async Task Key_MissingOrMalformed_IsExplained()
    {
        await using var host = databases.Start("sqlite");
        using var api = await OfAsync(host);
        foreach (var (key, code) in Malformed.Select(row => row.Data))
            foreach (var path in new[] { "cases", $"cases/{Guid.NewGuid()}/submit" })
            {
                var answer = await api.PostAsync(path, path == "cases" ? ApiClient.Graduate("林晓雯") : new { version = 1, shownHash = "" }, key);
                Assert.Equal((HttpStatusCode.BadRequest, code), (answer.StatusCode, await CodeAsync(answer)));
            }
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task SentAgain_GetsTheSameAnswer_AnotherBody_IsRefused(string database)
    {
        await using var host = databases.Start(database);
        using var api = await OfAsync(host);
        var key = new string('k', 80);
        var begun = await api.PostAsync("cases", ApiClient.Graduate("林晓雯"), key);
        var draft = await JsonAsync(begun);
        var again = await api.PostAsync("cases", ApiClient.Graduate("林晓雯"), key);
        Assert.Equal((begun.StatusCode, begun.Headers.Location, draft.ToJsonString()), (again.StatusCode, again.Headers.Location, (await JsonAsync(again)).ToJsonString()));
        var other = await api.PostAsync("cases", ApiClient.Graduate("周子涵"), key);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency.reused"), (other.StatusCode, await CodeAsync(other)));

        var submitted = await (await api.PostAsync($"cases/{draft["id"]}/submit", Shown(draft), key)).Content.ReadAsStringAsync(Stop);
        Assert.Equal(submitted, await (await api.PostAsync($"cases/{draft["id"]}/submit", Shown(draft), key)).Content.ReadAsStringAsync(Stop));
        Assert.Contains("\"granted\":true", submitted);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task SameKeyForTwoCasesOfOnePerson_SubmitsBoth(string database)
    {
        await using var host = databases.Start(database);
        using var api = await OfAsync(host);
        foreach (var begin in new[] { "1", "2" })
        {
            var draft = await JsonAsync(await api.PostAsync("cases", ApiClient.Graduate("林晓雯"), begin));
            Assert.Equal(HttpStatusCode.OK, (await api.PostAsync($"cases/{draft["id"]}/submit", Shown(draft), "the-same")).StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task WhileItIsBeingAnswered_TheSameIsInFlight_AndAnotherBodyIsRefused(string database)
    {
        await using var host = databases.Start(database);
        using var api = await OfAsync(host);
        host.Sandbox.Break("criminal", new Fault(FaultMode.Hang));
        var first = api.PostAsync("cases", ApiClient.Graduate("林晓雯"), "slow");
        await WaitAsync(() => host.UseAsync<HallDb, bool>(db => db.Set<IdempotencyKey>().AnyAsync()));

        var second = await api.PostAsync("cases", ApiClient.Graduate("林晓雯"), "slow");
        var third = await api.PostAsync("cases", ApiClient.Graduate("周子涵"), "slow");

        Assert.Equal((HttpStatusCode.Conflict, "idempotency.in-flight"), (second.StatusCode, await CodeAsync(second)));
        Assert.Equal("idempotency.reused", await CodeAsync(third));
        Assert.Equal(HttpStatusCode.Created, (await first).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task ManyAtOnce_BeginOneCase(string database)
    {
        await using var host = databases.Start(database);
        using var api = await OfAsync(host);
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => api.PostAsync("cases", ApiClient.Graduate("黄嘉敏"), "f")));
        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict));
        Assert.Contains(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.Equal(1, await CountAsync<Case>(host));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task WhoDiedBeforeAnswering_IsRelievedWhenHisLeaseIsOver_WithOneEffect(string database)
    {
        await using var host = databases.Start(database);
        using var api = await OfAsync(host);
        var draft = await JsonAsync(await api.PostAsync("cases", ApiClient.Graduate("林晓雯"), "begin"));
        var submit = $"cases/{draft["id"]}/submit";
        var submitted = await JsonAsync(await api.PostAsync(submit, Shown(draft), "hand-in"));

        // As if the process had died after the work and before keeping the answer.
        await ForgetAnswersAsync(host, since: TimeSpan.FromSeconds(5));
        Assert.Equal("idempotency.in-flight", await CodeAsync(await api.PostAsync("cases", ApiClient.Graduate("林晓雯"), "begin")));
        await ForgetAnswersAsync(host, since: IdempotencyKey.Lease);
        var relieved = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => api.PostAsync("cases", ApiClient.Graduate("林晓雯"), "begin")));
        var again = await JsonAsync(await api.PostAsync(submit, Shown(draft), "hand-in"));

        // One relieves him; who comes meanwhile is told to wait, and who comes after is given the very same answer.
        var answered = await Task.WhenAll(relieved.Where(a => a.StatusCode == HttpStatusCode.Created).Select(a => a.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal((string)draft["id"]!, (string)JsonNode.Parse(Assert.Single(answered.Distinct()))!["id"]!);
        Assert.All(relieved, a => Assert.True(a.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict, $"{a.StatusCode}"));
        Assert.Equal((string)submitted["number"]!, (string)again["number"]!);
        Assert.Equal((1, 1), (await CountAsync<Case>(host), await CountAsync<Submission>(host)));
        Assert.Equal(await CountAsync<Lookup>(host), await host.UseAsync<HallDb, int>(db => db.Set<Lookup>().Select(l => l.Registry).Distinct().CountAsync()));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task LineThatBreaks_BetweenRequestAndAnswer_SentAgain_HasOneEffect(string database)
    {
        await using var host = databases.Start(database);
        using var api = await OfAsync(host);
        var random = new Random(20261123);
        const int n = 40;
        for (var i = 0; i < n; i++)
        {
            using (var cut = new CancellationTokenSource(random.Next(0, 60)))
            using (var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases") { Content = System.Net.Http.Json.JsonContent.Create(ApiClient.Graduate("林晓雯")) })
            {
                request.Headers.Add("Idempotency-Key", $"cut-{i}");
                try { await api.Http.SendAsync(request, cut.Token); }
                catch (OperationCanceledException) { }
            }
            Assert.Equal(HttpStatusCode.Created, (await UntilAnsweredAsync(() => api.PostAsync("cases", ApiClient.Graduate("林晓雯"), $"cut-{i}"))).StatusCode);
        }
        Assert.Equal(n, await CountAsync<Case>(host));
    }

    private static async Task<HttpResponseMessage> UntilAnsweredAsync(Func<Task<HttpResponseMessage>> send)
    {
        for (var attempt = 0; ; attempt++)
            if (await send() is var answer && (answer.StatusCode != HttpStatusCode.Conflict || attempt > 100)) return answer;
            else await Task.Delay(50, Stop);
    }

    private static Task ForgetAnswersAsync(HallHost host, TimeSpan since)
    {
        var at = TimeProvider.System.GetUtcNow() - since;
        return host.UseAsync<HallDb, int>(db => db.Set<IdempotencyKey>().ExecuteUpdateAsync(set => set
            .SetProperty(k => k.Status, 0).SetProperty(k => k.Answer, (string?)null).SetProperty(k => k.At, at)));
    }

    private static Task<int> CountAsync<T>(HallHost host) where T : class => host.UseAsync<HallDb, int>(db => db.Set<T>().CountAsync());

    private static async Task WaitAsync(Func<Task<bool>> until)
    {
        for (var i = 0; i < 200 && !await until(); i++) await Task.Delay(20, Stop);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}

using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Systems.OpenInterface;
using Tongban.Hall.Tests.Support;
using static Tongban.Hall.Tests.Support.ApiClient;

namespace Tongban.Hall.Tests.Systems.OpenInterface;

/// <summary>Whatever is wrong, a program is told by a problem with a stable code, never by a page.</summary>
public class ProblemTests(Databases databases)
{
    public static TheoryData<string, string, int, string> Wrong => new()
    {
        { "GET", "/api/v1/nothing", 404, "route.unknown" },
        { "GET", "/api/v2/items", 404, "route.unknown" },
        { "GET", "/api/v1/cases/not-an-id", 404, "route.unknown" },
        { "GET", "/openapi/v9.json", 404, "route.unknown" },
        { "GET", "/connect/nothing", 404, "route.unknown" },
        { "DELETE", "/api/v1/items", 405, "method.unknown" },
        { "PUT", "/api/v1/cases", 405, "method.unknown" },
        { "POST", "/api/v1/cases", 415, "body.kind" },
        { "POST", "/api/v1/licences/verify", 415, "body.kind" },
        { "GET", "/api/v1/ledger/proof/inclusion?index=a&size=1", 400, "request.unreadable" },
        { "GET", "/api/v1/ledger/proof/inclusion", 400, "request.unreadable" },
        { "GET", "/api/v1/ledger/proof/consistency?first=1&second=99999999999999999999", 400, "request.unreadable" },
        { "GET", "/api/v1/ledger/proof/consistency?first=-1&second=1", 404, "ledger.range" },
        { "GET", "/api/v1/items?q=%00", 400, "request.unreadable" },
        { "GET", "/api/v1/items/nothing", 404, "item.unknown" },
        { "GET", "/api/v1/licences/nothing", 404, "licence.unknown" },
        { "GET", "/api/v1/cases/00000000-0000-0000-0000-000000000000", 404, "case.unknown" },
    };

    [Fact]
    public async Task WhateverIsWrong_IsAProblem_InChinese_OrInEnglishWhenAsked()
    {
        await using var host = databases.Start("sqlite");
        using var api = await OfAsync(host);
        foreach (var (method, path, status, code) in Wrong.Select(row => row.Data))
        {
            using var chinese = await SendAsync(api, method, path, null);
            Assert.Equal((path, status, code), (path, (int)chinese.StatusCode, await CodeAsync(chinese)));
            Assert.Contains((string)(await JsonAsync(chinese))["detail"]!, c => c >= 0x2E80);
            using var english = await SendAsync(api, method, path, "fr, en-US;q=0.9, zh;q=0.5");
            Assert.Equal(code, await CodeAsync(english));
            Assert.DoesNotContain(await english.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), c => c >= 0x2E80);
            Assert.Equal(["en"], english.Content.Headers.ContentLanguage);
        }
    }

    [Fact]
    public async Task Token_MissingWrongOrNarrow_IsAProblem()
    {
        await using var host = databases.Start("sqlite");
        using var nobody = Nobody(host);
        var missing = await nobody.GetAsync("items");
        Assert.Equal((HttpStatusCode.Unauthorized, "token.invalid"), (missing.StatusCode, await CodeAsync(missing)));
        Assert.Equal("Bearer", Assert.Single(missing.Headers.WwwAuthenticate).Scheme);
        nobody.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "forged");
        Assert.Equal("token.invalid", await CodeAsync(await nobody.GetAsync("items")));

        foreach (var scope in OAuth.Scopes.Keys)
        {
            using var narrow = await OfAsync(host, scope);
            foreach (var (path, needed) in new[] { ("items", "items"), ("cases/00000000-0000-0000-0000-000000000000", "cases"), ("licences/0", "licences"), ("ledger/checkpoint", "ledger") })
            {
                var answer = await narrow.GetAsync(path);
                if (needed == scope) Assert.NotEqual(HttpStatusCode.Forbidden, answer.StatusCode);
                else Assert.Equal("scope.missing", await CodeAsync(answer));
            }
            if (scope != "lookups") Assert.Equal("scope.missing", await CodeAsync(await narrow.PostAsync("lookups/search", new { applicant = "0" }, null)));
        }
    }

    [Fact]
    public async Task FailureOfOurOwn_IsAProblem_AndTheKeyIsFreeAgain()
    {
        await using var host = databases.Start("sqlite");
        using var api = await OfAsync(host);
        await host.UseAsync<HallDb, int>(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE lookups RENAME TO gone"));
        var broken = await api.PostAsync("cases", ApiClient.Graduate("林晓雯"), "k");
        Assert.Equal((HttpStatusCode.InternalServerError, "server.error"), (broken.StatusCode, await CodeAsync(broken)));
        await host.UseAsync<HallDb, int>(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE gone RENAME TO lookups"));
        Assert.Equal(HttpStatusCode.Created, (await api.PostAsync("cases", ApiClient.Graduate("林晓雯"), "k")).StatusCode);
    }

    [Fact]
    public async Task Guessing_IsSlowedDown_WithAProblemThatSaysHowLong()
    {
        await using var host = databases.Prepare("sqlite").With("Hall:TokensPerMinute", "60").Start();
        using var api = await OfAsync(host);
        await SlowsDownAsync(() => api.GetAsync("cases/000000000000000000000000/progress?code=22222222"), most: 30);
        await SlowsDownAsync(() => api.TokenAsync("items", secret: "guessed"), most: 60);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("items")).StatusCode);
    }

    private static async Task SlowsDownAsync(Func<Task<HttpResponseMessage>> guess, int most)
    {
        var tries = 0;
        HttpResponseMessage answer;
        while ((answer = await guess()).StatusCode != HttpStatusCode.TooManyRequests) Assert.True(++tries <= most);
        Assert.Equal("requests.too-many", await CodeAsync(answer));
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    private static Task<HttpResponseMessage> SendAsync(ApiClient api, string method, string path, string? languages)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is "POST" or "PUT") request.Content = new StringContent("<a/>", new MediaTypeHeaderValue("text/xml"));
        if (languages is not null) request.Headers.Add("Accept-Language", languages);
        request.Headers.Add("Idempotency-Key", "k");
        return api.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

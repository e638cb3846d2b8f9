using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Cases;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Notices;
using Tongban.Hall.Systems.OpenInterface;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems;

/// <summary>What is another person's does not exist. Every address with a value in it stands here: as open to all, with the reason,
/// or as somebody's own, with an address that its owner can open. A new page fails this test until it is listed.</summary>
public class OwnershipTests(Databases databases)
{
    private static readonly Dictionary<string, string> Open = new()
    {
        ["items/{item}"] = "a service",
        ["items/{item}/check"] = "a service",
        ["batches/{batch}"] = "a list of services",
        ["apply/{item:regex(^(?!case$).+)}"] = "a service; drafts are one's own",
        ["problem/{status:int?}"] = "a kind of error",
        ["stop/{key}"] = "the key was sent to the old mobile, and shows nothing",
        ["api/v1/items/{id}"] = "a service",
        ["api/v1/licences/{identifier}"] = "public verification",
    };

    private static readonly Dictionary<string, Func<Belongings, string>> Own = new()
    {
        ["my/cases/{id:guid}"] = his => $"/my/cases/{his.Granted.Id}",
        ["my/documents/{id:guid}.pdf"] = his => $"/my/documents/{his.DocumentId}.pdf",
        ["apply/case/{id:guid}/{section:regex(^(?!check$).+)}"] = his => $"/apply/case/{his.Draft.Id}/place",
        ["apply/case/{id:guid}/check"] = his => $"/apply/case/{his.Draft.Id}/check",
        ["my/mandates/{id:guid}"] = his => $"/my/mandates/{his.OfferId}",
        ["my/mandates/{id:guid}/sign"] = his => $"/my/mandates/{his.OfferId}/sign",
        ["my/data/export/{id:guid}"] = his => $"/my/data/export/{his.ExportId}",
        ["my/data/export/{id:guid}.json"] = his => $"/my/data/export/{his.ExportId}.json",
        ["api/v1/cases/{id:guid}"] = his => $"/api/v1/cases/{his.Draft.Id}",
        ["api/v1/cases/{id:guid}/submit"] = his => $"/api/v1/cases/{his.Draft.Id}/submit",
        ["api/v1/cases/{number}/progress"] = his => $"/api/v1/cases/{his.Granted.Number}/progress?code=AAAAAAAA",
    };

    /// <summary>What staff see is a matter of reach (StaffCaseTests), or of a role alone: who has it stands in the access matrix.</summary>
    private static readonly Dictionary<string, Func<Belongings, string>> ByPost = new()
    {
        ["staff/cases/{id:guid}"] = his => $"/staff/cases/{his.Granted.Id}",
        ["admin/members/{id:guid}"] = his => $"/admin/members/{his.MemberId}",
        ["admin/offices/{id:guid}"] = his => $"/admin/offices/{his.OfficeId}",
        ["admin/authorities/{uscc:length(18)}"] = _ => "/admin/authorities/11440300MB9T00011T",
    };

    private static readonly Dictionary<string, string> Values = new()
    {
        ["item"] = "graduate-settlement", ["batch"] = "first", ["status"] = "400", ["id"] = Guid.Empty.ToString(),
    };

    /// <summary>An address of a route: its owner's, where it is somebody's own.</summary>
    internal static string AddressOf(string route, Belongings his) => Own.TryGetValue(route, out var own) ? own(his)
        : route == "api/v1/items/{id}" ? "/api/v1/items/graduate-settlement"
        : ByPost.TryGetValue(route, out var staff) ? staff(his)
        : "/" + System.Text.RegularExpressions.Regex.Replace(route, @"\{\**(\w+)[^{}]*(\{[^}]*\}[^}]*)?\}", value => Values.GetValueOrDefault(value.Groups[1].Value, "1"));

    [Fact]
    public async Task EveryAddressWithAValueInIt_IsListed()
    {
        await using var host = databases.Start("sqlite");
        Assert.Equal(Open.Keys.Concat(Own.Keys).Concat(ByPost.Keys).Order(), Endpoints(host).Select(Route).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task WhatIsAnothers_IsNotFound_ByEveryHandlerOfEveryPage(string database)
    {
        await using var host = databases.Start(database);
        var his = await Belongings.OfAsync(host, "林晓雯");
        using var owner = await SignedInAsync(host, his.CitizenNumber);
        using var stranger = await SignedInAsync(host, await NumberOfAsync(host, "周子涵"));
        using var nobody = new Visitor(host.Address);
        var faults = new List<string>();
        foreach (var (method, path) in await HandlersAsync(host, his))
        {
            if (method == "GET" && (await owner.GetAsync(path)).Status != HttpStatusCode.OK) faults.Add($"{path} is not even its owner's");
            if (await AskAsync(stranger, method, path, "/my") is { Status: not HttpStatusCode.NotFound } shown) faults.Add($"{method} {path} answers a stranger {shown.Status}");
            if (await AskAsync(nobody, method, path, "/signin") is { Location: not { } } or { Status: not HttpStatusCode.Found }) faults.Add($"{method} {path} does not ask to sign in");
        }
        Assert.Empty(faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task WhatIsAnothers_IsNotFound_ByProgramsEither(string database)
    {
        await using var host = databases.Start(database);
        var his = await Belongings.OfAsync(host, "林晓雯");
        using var http = await ProgramAsync(host);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"/api/v1/cases/{his.Draft.Id}")).StatusCode);
        await host.UseAsync((HallDb db) => db.Set<ApiGrant>().Where(g => g.AccountId == his.AccountId).ExecuteDeleteAsync());

        foreach (var (method, path) in ApiRoutes(host, his))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Headers = { { "Idempotency-Key", "k" } } };
            if (method == "POST") request.Content = new StringContent("""{"version":1,"shownHash":"0"}""", new MediaTypeHeaderValue("application/json"));
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await http.SendAsync(request)).StatusCode));
        }
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task IdentifiersInForms_ReachNothingOfAnothers(string database)
    {
        await using var host = databases.Start(database);
        var his = await Belongings.OfAsync(host, "林晓雯");
        var mine = await Belongings.OfAsync(host, "周子涵");
        using var me = await SignedInAsync(host, mine.CitizenNumber);
        var page = $"/apply/case/{mine.Draft.Id}/host";

        var refused = new[]
        {
            await me.PostAsync("/my/messages", "/my", ("read", his.MessageId.ToString())),
            await me.PostAsync(page, "/my", ("remove", his.FileId.ToString()), ("version", "1")),
            await me.PostAsync(page, "/my", ("reuse", his.FileId.ToString()), ("version", "1")),
        };
        Assert.All(refused, r => Assert.True((int)r.Status < 500));
        Assert.Equal("unread, one file each", await StateAsync(host, his, mine));

        await me.PostAsync("/my/messages", "/my", ("read", mine.MessageId.ToString()));
        await me.PostAsync(page, "/my", ("remove", mine.FileId.ToString()), ("version", "1"));
        Assert.NotEqual("unread, one file each", await StateAsync(host, mine, mine));
    }

    private static async Task<string> StateAsync(HallHost host, Belongings his, Belongings mine) => await host.UseAsync(async (HallDb db) =>
        $"{(await db.Set<Message>().AnyAsync(m => m.Id == his.MessageId && m.ReadAt == null) ? "unread" : "read")}, " +
        $"{(await db.Set<CaseFile>().CountAsync(f => f.CaseId == his.Draft.Id), await db.Set<CaseFile>().CountAsync(f => f.CaseId == mine.Draft.Id)) switch { (1, 1) => "one file each", var other => other.ToString() }}");

    private static Task<Shown> AskAsync(Visitor visitor, string method, string path, string tokenFrom) =>
        method == "GET" ? visitor.GetAsync(path) : visitor.PostAsync(path, tokenFrom, ("level", "5"), ("version", "1"), ("shown", "0"), ("key", "k"));

    private static IEnumerable<RouteEndpoint> Endpoints(HallHost host) => host.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>().Where(e => e.RoutePattern.Parameters.Count > 0);

    private static string Route(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.TrimStart('/');

    private static async Task<List<(string Method, string Path)>> HandlersAsync(HallHost host, Belongings his)
    {
        var loader = host.Services.GetRequiredService<PageLoader>();
        var handlers = new List<(string, string)>();
        foreach (var endpoint in Endpoints(host).Where(e => Own.ContainsKey(Route(e))))
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
                foreach (var handler in (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods)
                    handlers.Add((handler.HttpMethod.ToUpperInvariant(), Own[Route(endpoint)](his) + (handler.Name is null ? "" : $"?handler={handler.Name}")));
        Assert.True(handlers.Count >= 8);
        return handlers;
    }

    private static List<(string Method, string Path)> ApiRoutes(HallHost host, Belongings his) =>
    [
        .. from endpoint in Endpoints(host)
           where Own.ContainsKey(Route(endpoint))
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
           where Route(endpoint).StartsWith("api/", StringComparison.Ordinal)
           select (method, Own[Route(endpoint)](his)),
    ];

    private static async Task<string> NumberOfAsync(HallHost host, string name) => (await Residents.NamedAsync(host, name)).CitizenNumber;

    private static async Task<Visitor> SignedInAsync(HallHost host, string number)
    {
        var visitor = new Visitor(host.Address);
        Assert.Equal("/my", (await visitor.SignInAsync(number, DemoCity.Password)).Location);
        return visitor;
    }

    private static async Task<HttpClient> ProgramAsync(HallHost host)
    {
        var http = new HttpClient { BaseAddress = host.Address };
        using var answer = await http.PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = OAuth.DemoClient, ["client_secret"] = OAuth.DemoSecret, ["scope"] = "cases licences items",
        }));
        http.DefaultRequestHeaders.Authorization = new("Bearer", (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!);
        return http;
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Systems.OpenInterface;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.OpenInterface;

/// <summary>Each area of the API has a scope of its own, which opens it and nothing else.</summary>
public class ScopeTests(Databases databases)
{
    /// <summary>By how an address begins. Without a scope: what anybody may check.</summary>
    private static readonly Dictionary<string, string> Areas = new()
    {
        ["api/v1/items"] = "items", ["api/v1/cases"] = "cases", ["api/v1/lookups"] = "lookups", ["api/v1/licences"] = "licences", ["api/v1/ledger"] = "ledger",
    };

    [Fact]
    public async Task EveryAddress_AsksForTheScopeOfItsArea_AndEveryOtherIsRefusedWithAProblem()
    {
        await using var host = databases.Start("sqlite");
        var doors = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/v1", StringComparison.Ordinal)).ToList();
        Assert.Equal(OAuth.Scopes.Keys.Order(), Areas.Values.Order());
        var clients = new Dictionary<string, ApiClient>();
        foreach (var scope in OAuth.Scopes.Keys) clients[scope] = await ApiClient.OfAsync(host, scope);
        foreach (var door in doors)
        {
            var route = door.RoutePattern.RawText!.TrimStart('/');
            var area = Areas.Single(a => route.StartsWith(a.Key, StringComparison.Ordinal)).Value;
            Assert.Equal((route, area), (route, door.Metadata.GetOrderedMetadata<IAuthorizeData>().Single().Policy));
            var path = System.Text.RegularExpressions.Regex.Replace(route, @"\{[^}]*\}", Guid.Empty.ToString());
            var method = door.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
            foreach (var (scope, client) in clients)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), "/" + path);
                using var answer = await client.Http.SendAsync(request, TestContext.Current.CancellationToken);
                if (scope == area) Assert.False(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized, $"{scope} {method} {path}: {answer.StatusCode}");
                else
                {
                    Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{scope} {method} {path}: {answer.StatusCode}");
                    Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
                    Assert.Equal("scope.missing", (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["code"]!);
                }
            }
        }
        foreach (var client in clients.Values) client.Dispose();
    }
}

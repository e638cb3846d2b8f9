using System.Text.Json;
using System.Text.Json.Nodes;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.OpenInterface;

public class DescriptionTests(Databases databases)
{
    [Fact]
    public async Task Description_IsTheOneThatWasAgreed()
    {
        var options = new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        var now = (await ReadAsync()).ToJsonString(options) + "\n";
        var agreed = Path.Combine(HallHost.Root, "docs", "api", "openapi.v1.json");
        if (File.Exists(agreed) && await File.ReadAllTextAsync(agreed, Stop) == now) return;
        await File.WriteAllTextAsync(agreed + ".received", now, Stop);
        Assert.Fail("The API's description changed: compare docs/api/openapi.v1.json with the .received file beside it.");
    }

    [Fact]
    public async Task EveryOperation_SaysWhoMayCallIt_WhatItAnswers_AndHowItRefuses()
    {
        var document = await ReadAsync();
        var scopes = document["components"]!["securitySchemes"]!["oauth2"]!["flows"]!["clientCredentials"]!["scopes"]!.AsObject();
        foreach (var (name, operation) in Operations(document))
        {
            var scope = Assert.Single(operation["security"]![0]!["oauth2"]!.AsArray());
            Assert.True(scopes.ContainsKey((string)scope!), name);
            var responses = operation["responses"]!.AsObject();
            foreach (var (status, response) in responses)
            {
                var problem = int.Parse(status, System.Globalization.CultureInfo.InvariantCulture) >= 400;
                Assert.True(response!["content"]?[problem ? "application/problem+json" : "application/json"]?["schema"] is not null, $"{name} {status}");
                Assert.True(!problem || ((string)response["description"]!).StartsWith('`'), $"{name} {status} names no code");
            }
            Assert.True(responses.Any(r => r.Key[0] == '2') && new[] { "401", "403", "500", "503" }.All(responses.ContainsKey), name);
        }
    }

    [Fact]
    public async Task EveryText_StandsInBothLanguages()
    {
        var document = await ReadAsync();
        var texts = Operations(document).SelectMany(o => new[] { o.Operation["summary"]! }
            .Concat(o.Operation["responses"]!.AsObject().Where(r => r.Key[0] != '2').Select(r => r.Value!["description"]!))).SelectMany(t => ((string)t!).Split('\n'));
        Assert.All(texts.Distinct(), text =>
        {
            var sides = text.Split(" · ");
            Assert.Equal(2, sides.Length);
            Assert.Contains(sides[0], c => c >= 0x2E80);
            Assert.DoesNotContain(sides[1], c => c >= 0x2E80);
        });
    }

    [Fact]
    public async Task ChangingOperations_AskForAKey_AndCreatingSays201()
    {
        var document = await ReadAsync();
        foreach (var path in new[] { "/api/v1/cases", "/api/v1/cases/{id}/submit" })
            Assert.Contains(document["paths"]![path]!["post"]!["parameters"]!.AsArray(), p => (string)p!["name"]! == "Idempotency-Key" && (bool)p["required"]!);
        var created = document["paths"]!["/api/v1/cases"]!["post"]!["responses"]!.AsObject();
        Assert.NotNull(created["201"]!["headers"]!["Location"]);
        Assert.False(created.ContainsKey("200"));
    }

    [Theory]
    [InlineData("/api", "怎么开始")]
    [InlineData("/en/api", "How to begin")]
    public async Task ReferencePage_NamesEveryOperationAndItsCodes(string path, string heading)
    {
        var document = await ReadAsync();
        await using var host = databases.Start("sqlite");
        using var http = new HttpClient { BaseAddress = host.Address };
        var page = System.Net.WebUtility.HtmlDecode(await http.GetStringAsync(path, Stop));
        Assert.Contains(heading, page);
        foreach (var (name, operation) in Operations(document))
        {
            Assert.Contains($"id=\"{name}\"", page);
            foreach (var (_, response) in operation["responses"]!.AsObject().Where(r => r.Key[0] == '4'))
                Assert.Contains(((string)response!["description"]!).Split('`')[1], page);
        }
    }

    private async Task<JsonObject> ReadAsync()
    {
        await using var host = databases.Start("sqlite");
        using var http = new HttpClient { BaseAddress = host.Address };
        return JsonNode.Parse(await http.GetStringAsync("/openapi/v1.json", Stop))!.AsObject();
    }

    private static IEnumerable<(string Name, JsonNode Operation)> Operations(JsonObject document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select ((string)operation.Value!["operationId"]!, operation.Value!);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}

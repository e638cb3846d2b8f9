using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Systems.OpenInterface;
using Tongban.Hall.Systems.OpenInterface.Clients;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.OpenInterface.Clients;

public class ClientRegistryTests(Databases databases)
{
    private static Proceeding Who => new(new Actor(ActorKind.Staff, "security"), TimeProvider.System.GetUtcNow());

    /// <summary>A program of this test, with its secret.</summary>
    public static async Task<(string Id, string Secret)> RegisterAsync(HallHost host, string id, string[] scopes, string[]? addresses = null) =>
        (id, (await host.UseAsync((ClientRegistry registry) => registry.RegisterAsync(Of(id, scopes, addresses), Who))).Value!);

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Secret_IsKeptAsAHash_AndIsGoodUntilItIsRenewed(string database)
    {
        await using var host = databases.Start(database);
        var (id, secret) = await RegisterAsync(host, "library", ["items"]);
        using var api = ApiClient.Nobody(host);
        Assert.Equal(HttpStatusCode.OK, (await api.TokenAsync("items", id, secret)).StatusCode);
        Assert.DoesNotContain(secret, await host.UseAsync(async (HallDb db) => (await db.Set<OpenIddictEntityFrameworkCoreApplication>().SingleAsync(a => a.ClientId == id)).ClientSecret!), StringComparison.Ordinal);
        var renewed = await host.UseAsync((ClientRegistry registry) => registry.RenewSecretAsync(id, Who));
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.TokenAsync("items", id, secret)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.TokenAsync("items", id, renewed.Value!)).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Suspended_OpensNothingAtOnce_TakenBackOpensAgain_EndedNeverMore(string database)
    {
        await using var host = databases.Start(database);
        var (id, secret) = await RegisterAsync(host, "library", ["items"]);
        using var api = await ApiClient.OfAsync(host, "items", id, secret);
        async Task<(HttpStatusCode, HttpStatusCode)> DoorsAsync() => ((await api.GetAsync("items")).StatusCode, (await api.TokenAsync("items", id, secret)).StatusCode);
        Task<Outcome<bool>> SetAsync(ClientState state) => host.UseAsync((ClientRegistry registry) => registry.SetStateAsync(id, state, Who));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await DoorsAsync());
        await SetAsync(ClientState.Suspended);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized), await DoorsAsync());
        await SetAsync(ClientState.Active);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await DoorsAsync());
        await SetAsync(ClientState.Ended);
        Assert.Equal("client.unknown", (await SetAsync(ClientState.Active)).Refusal!.Code);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized), await DoorsAsync());
        Assert.Equal("client.taken", (await host.UseAsync((ClientRegistry registry) => registry.RegisterAsync(Of(id, ["items"], null), Who))).Refusal!.Code);
        Assert.Equal(["ClientRegistered", "ClientStateChanged", "ClientStateChanged", "ClientStateChanged"], await host.UseAsync((HallDb db) =>
            db.Set<ProceedingEntry>().Where(e => e.ActorId == "security").OrderBy(e => e.Id).Select(e => e.Event).ToListAsync()));
    }

    [Fact]
    public async Task Scopes_ThatAreTakenAway_AreNoMoreGiven()
    {
        await using var host = databases.Start("sqlite");
        var (id, secret) = await RegisterAsync(host, "library", ["items", "ledger"]);
        using var api = ApiClient.Nobody(host);
        Assert.Equal(HttpStatusCode.OK, (await api.TokenAsync("ledger", id, secret)).StatusCode);
        await host.UseAsync((ClientRegistry registry) => registry.ChangeAsync(id, new ClientTerms { Scopes = ["items"] }, Who));
        Assert.Equal(HttpStatusCode.BadRequest, (await api.TokenAsync("ledger", id, secret)).StatusCode);
        Assert.Equal(["items"], (await host.UseAsync((ClientRegistry registry) => registry.FindAsync(id)))!.Terms.Scopes);
    }

    [Theory]
    [InlineData("http://library.example/back")]
    [InlineData("https://library.example/back#part")]
    [InlineData("https://user@library.example/back")]
    [InlineData("https://*.example/back")]
    [InlineData("https://library.example/a/../back")]
    [InlineData("https://LIBRARY.example/back")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/back")]
    [InlineData("library://back")]
    public async Task Address_ThatIsNotExact_IsNotRegistered(string address)
    {
        await using var host = databases.Start("sqlite");
        var refused = await host.UseAsync((ClientRegistry registry) => registry.RegisterAsync(Of("library", ["openid"], [address]), Who));
        Assert.Contains("RedirectUris", refused.Refusal!.Fields.Keys);
    }

    [Fact]
    public async Task WhatIsWrong_IsSaidByField()
    {
        await using var host = databases.Start("sqlite");
        var wrong = Of("L!", ["everything"], null) with { Owner = "114403000000009917", Why = new Text("", "") };
        var refused = await host.UseAsync((ClientRegistry registry) => registry.RegisterAsync(wrong, Who));
        Assert.Equal(["Id", "Owner", "Scopes", "WhyEn", "WhyZh"], refused.Refusal!.Fields.Keys.Order());
        var blind = await host.UseAsync((ClientRegistry registry) => registry.RegisterAsync(Of("library", ["profile"], null), Who));
        Assert.Equal(["Scopes"], blind.Refusal!.Fields.Keys);
    }

    private static NewClient Of(string id, string[] scopes, string[]? addresses) => new()
    {
        Id = id, Owner = "114403000000009916", OwnerName = "演示市图书馆", Name = new Text("图书馆", "Library"), Why = new Text("借书", "To lend you books"),
        Terms = new ClientTerms { Scopes = scopes, RedirectUris = addresses ?? [] },
    };
}

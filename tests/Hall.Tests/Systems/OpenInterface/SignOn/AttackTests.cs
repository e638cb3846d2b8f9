using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using Tongban.Hall.Systems.OpenInterface;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.OpenInterface.SignOn;

/// <summary>What is tried against a sign-on, one by one.</summary>
public sealed class AttackTests(Databases databases, SharedHalls halls) : IClassFixture<SharedHalls>
{
    private readonly HallHost shared = halls.On("sqlite");

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task CodeShownTwice_EndsWhatItGave(string database)
    {
        await using var host = databases.Start(database);
        using var site = new RelyingParty(host);
        using var person = await SignedInPerson.AsAsync(host);
        var code = await site.CodeAsync(person);
        var tokens = await site.RedeemAsync(code);
        Assert.Equal("invalid_grant", Error(await site.RedeemAsync(code)));
        Assert.Equal("invalid_grant", Error(await site.RefreshAsync((string)tokens["refresh_token"]!)));
        Assert.Null(await site.UserInfoAsync((string)tokens["access_token"]!));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task RefreshTokenShownTwice_EndsTheWholeFamily(string database)
    {
        await using var host = databases.Start(database);
        using var site = new RelyingParty(host);
        using var person = await SignedInPerson.AsAsync(host);
        var first = await site.RedeemAsync(await site.CodeAsync(person));
        var second = await site.RefreshAsync((string)first["refresh_token"]!);
        Assert.NotEqual((string)first["refresh_token"]!, (string)second["refresh_token"]!);
        Assert.Equal("invalid_grant", Error(await site.RefreshAsync((string)first["refresh_token"]!)));
        Assert.Equal("invalid_grant", Error(await site.RefreshAsync((string)second["refresh_token"]!)));
        Assert.Null(await site.UserInfoAsync((string)second["access_token"]!));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task RefreshTokenShownByManyAtOnce_RenewsOnceAtMost(string database)
    {
        await using var host = databases.Start(database);
        using var site = new RelyingParty(host);
        using var person = await SignedInPerson.AsAsync(host);
        var token = (string)(await site.RedeemAsync(await site.CodeAsync(person)))["refresh_token"]!;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => site.RefreshAsync(token)));
        Assert.InRange(answers.Count(a => a["access_token"] is not null), 0, 1);
        foreach (var winner in answers.Where(a => a["refresh_token"] is not null)) Assert.Equal("invalid_grant", Error(await site.RefreshAsync((string)winner["refresh_token"]!)));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task CodeShownByManyAtOnce_IsTakenOnceAtMost(string database)
    {
        await using var host = databases.Start(database);
        using var site = new RelyingParty(host);
        using var person = await SignedInPerson.AsAsync(host);
        var code = await site.CodeAsync(person);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => site.RedeemAsync(code)));
        Assert.InRange(answers.Count(a => a["access_token"] is not null), 0, 1);
        foreach (var winner in answers.Where(a => a["refresh_token"] is not null)) Assert.Equal("invalid_grant", Error(await site.RefreshAsync((string)winner["refresh_token"]!)));
    }

    [Fact]
    public async Task Pkce_IsNeeded_S256Only_WithTheVerifierThatFits()
    {
        using var site = new RelyingParty(shared);
        using var person = await SignedInPerson.AsAsync(shared);
        AssertRefused(await person.GetAsync(site.Ask(("code_challenge", null), ("code_challenge_method", null))));
        AssertRefused(await person.GetAsync(site.Ask(("code_challenge_method", "plain"))));
        AssertRefused(await person.GetAsync(site.Ask(("code_challenge_method", null))));
        Assert.Equal("invalid_grant", Error(await site.RedeemAsync(await site.CodeAsync(person), verifier: RelyingParty.Verifier + "x")));
        Assert.Equal("invalid_request", Error(await site.RedeemAsync(await site.CodeAsync(person), verifier: null)));
        // The challenge itself shown as the verifier: that is what "plain" would take.
        Assert.Equal("invalid_grant", Error(await site.RedeemAsync(await site.CodeAsync(person), verifier: RelyingParty.Challenge)));
    }

    [Theory]
    [InlineData("http://localhost:8080/callback/")]
    [InlineData("http://localhost:8080/callback/more")]
    [InlineData("http://localhost:8080/callbac")]
    [InlineData("http://localhost:8080/callback?more=1")]
    [InlineData("http://localhost:8080/callback#part")]
    [InlineData("http://localhost:8080/%63allback")]
    [InlineData("http://localhost:8080/x/../callback")]
    [InlineData("http://user@localhost:8080/callback")]
    [InlineData("http://localhost:8080@evil.example/callback")]
    [InlineData("http://localhost:8081/callback")]
    [InlineData("https://localhost:8080/callback")]
    [InlineData("http://127.0.0.1:8080/callback")]
    [InlineData("http://LOCALHOST:8080/callback")]
    [InlineData("http://[::1]:8080/callback")]
    [InlineData("http://localhost:8080\\@evil.example/callback")]
    [InlineData("//evil.example/callback")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task AddressThatIsNotTheRegisteredOne_IsNeverLedTo(string address)
    {
        using var site = new RelyingParty(shared);
        using var person = await SignedInPerson.AsAsync(shared);
        foreach (var asked in new[] { site.Ask(("redirect_uri", address)), site.Ask(("redirect_uri", address), ("prompt", "none")), site.Ask(("redirect_uri", address), ("scope", "nonsense")) })
        {
            var shown = await person.GetAsync(asked);
            Assert.Equal((HttpStatusCode.BadRequest, null), (shown.Status, shown.Location));
        }
        Assert.NotNull(Error(await site.RedeemAsync(await site.CodeAsync(person), redirect: address)));
    }

    [Fact]
    public async Task Code_IsGoodForItsProgramOnly()
    {
        var (site, other) = await TwoAsync();
        using var person = await SignedInPerson.AsAsync(shared);
        Assert.Equal("invalid_grant", Error(await other.RedeemAsync(await site.CodeAsync(person), redirect: DemoClients.SiteAddress)));
        var tokens = await site.RedeemAsync(await site.CodeAsync(person));
        Assert.Equal("invalid_grant", Error(await other.RefreshAsync((string)tokens["refresh_token"]!)));
        Assert.NotEqual(true, (bool?)(await other.PostAsync("/connect/introspect", ("token", (string)tokens["access_token"]!)))["active"]);
        Assert.NotEqual(true, (bool?)(await other.PostAsync("/connect/introspect", ("token", (string)tokens["refresh_token"]!)))["active"]);
        await other.PostAsync("/connect/revoke", ("token", (string)tokens["refresh_token"]!));
        var told = await site.PostAsync("/connect/introspect", ("token", (string)tokens["access_token"]!));
        Assert.True((bool?)told["active"] == true, told.ToJsonString());
        Assert.NotNull((await site.RefreshAsync((string)tokens["refresh_token"]!))["access_token"]);
    }

    [Fact]
    public async Task RevokedToken_IsNoMoreActive()
    {
        using var site = new RelyingParty(shared);
        using var person = await SignedInPerson.AsAsync(shared);
        var tokens = await site.RedeemAsync(await site.CodeAsync(person));
        await site.PostAsync("/connect/revoke", ("token", (string)tokens["refresh_token"]!));
        Assert.Equal("invalid_grant", Error(await site.RefreshAsync((string)tokens["refresh_token"]!)));
        await site.PostAsync("/connect/revoke", ("token", (string)tokens["access_token"]!));
        Assert.Null(await site.UserInfoAsync((string)tokens["access_token"]!));
    }

    [Fact]
    public async Task Scopes_AreNotWidened()
    {
        var (site, other) = await TwoAsync();
        using var person = await SignedInPerson.AsAsync(shared);
        var tokens = await site.RedeemAsync(await site.CodeAsync(person, ("scope", "openid offline_access")));
        Assert.Equal("invalid_grant", Error(await site.RefreshAsync((string)tokens["refresh_token"]!, scope: "openid profile citizen_number")));
        Assert.False((await site.UserInfoAsync((string)tokens["access_token"]!))!.ContainsKey("name"));
        AssertRefused(await person.GetAsync(other.Ask(("scope", "openid citizen_number"))));
        AssertRefused(await person.GetAsync(site.Ask(("scope", "openid cases"))));
        Assert.NotNull(Error(await site.TokenAsync(("grant_type", "client_credentials"), ("scope", "cases"))));
        Assert.NotNull(Error(await site.TokenAsync(("grant_type", "password"), ("username", "a"), ("password", "b"))));
    }

    [Fact]
    public async Task TokenOfAPerson_OpensNoDoorOfTheApi_AndTheProgramsOwnTellsOfNobody()
    {
        var (id, secret) = await ClientRegistryOnceAsync("both", ["openid", "cases"], "https://both.example/back");
        using var both = new RelyingParty(shared, id, secret, "https://both.example/back");
        using var person = await SignedInPerson.AsAsync(shared);
        var tokens = await both.RedeemAsync(await both.CodeAsync(person, ("scope", "openid")));
        using var api = ApiClient.Nobody(shared);
        api.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)tokens["access_token"]!);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.GetAsync("items")).StatusCode);
        api.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)tokens["id_token"]!);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync("items")).StatusCode);
        var own = await both.TokenAsync(("grant_type", "client_credentials"), ("scope", "cases"));
        Assert.Null(await both.UserInfoAsync((string)own["access_token"]!));
        Assert.Equal("invalid_scope", Error(await both.TokenAsync(("grant_type", "client_credentials"), ("scope", "openid"))));
    }

    [Fact]
    public async Task ForgedTokens_AreTakenNowhere()
    {
        using var site = new RelyingParty(shared);
        using var person = await SignedInPerson.AsAsync(shared);
        var tokens = await site.RedeemAsync(await site.CodeAsync(person));
        var keys = (await site.GetAsync("/.well-known/jwks"))["keys"]!.AsArray();
        foreach (var name in new[] { "access_token", "id_token" })
            foreach (var forged in Forge((string)tokens[name]!, keys))
            {
                Assert.Null(await site.UserInfoAsync(forged));
                using var api = ApiClient.Nobody(shared);
                api.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", forged);
                Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync("items")).StatusCode);
                Assert.Equal(HttpStatusCode.BadRequest, (await person.GetAsync($"/connect/logout?id_token_hint={forged}&post_logout_redirect_uri={Uri.EscapeDataString("https://evil.example/")}")).Status);
            }
    }

    [Fact]
    public async Task TokenOfAnotherHall_IsNotTaken()
    {
        await using var foreign = databases.Start("sqlite");
        using var there = new RelyingParty(foreign);
        using var here = new RelyingParty(shared);
        using var person = await SignedInPerson.AsAsync(foreign);
        var tokens = await there.RedeemAsync(await there.CodeAsync(person));
        Assert.Null(await here.UserInfoAsync((string)tokens["access_token"]!));
        Assert.Equal("invalid_grant", Error(await here.RefreshAsync((string)tokens["refresh_token"]!)));
    }

    [Fact]
    public async Task OldTokens_AreNotTaken()
    {
        var clock = new Clock();
        await using var host = databases.Prepare("sqlite").With(services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<TimeProvider>(services, clock)).Start();
        using var site = new RelyingParty(host);
        using var person = await SignedInPerson.AsAsync(host);
        var (late, tokens) = (await site.CodeAsync(person), await site.RedeemAsync(await site.CodeAsync(person)));
        clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Null(await site.UserInfoAsync((string)tokens["access_token"]!));
        Assert.Equal("invalid_grant", Error(await site.RedeemAsync(late)));
        clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal("invalid_grant", Error(await site.RefreshAsync((string)tokens["refresh_token"]!)));
    }

    [Fact]
    public async Task Consent_CannotBeGivenByAnotherSite()
    {
        using var site = new RelyingParty(shared);
        using var person = await SignedInPerson.AsAsync(shared, "周子涵");
        var fields = site.Ask()["/connect/authorize?".Length..].Split('&').Select(p => p.Split('=')).Select(p => KeyValuePair.Create(p[0], Uri.UnescapeDataString(p[1]))).ToList();
        var forged = await person.PostAsync("/connect/authorize", new FormUrlEncodedContent([.. fields, new("decision", "allow")]));
        Assert.Equal((HttpStatusCode.BadRequest, null), (forged.Status, forged.Location));
        Assert.StartsWith("/connect/authorize?", (await person.PostAsync("/connect/authorize", new FormUrlEncodedContent(fields))).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await person.PostAsync("/connect/logout", new FormUrlEncodedContent([new("decision", "end")]))).Status);
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/my")).Status);
        Assert.Equal("consent_required", Refused(await person.GetAsync(site.Ask(("prompt", "none")))));
    }

    [Fact]
    public async Task UnknownProgram_AndWrongSecret_AreAnsweredAlike()
    {
        using var wrong = new RelyingParty(shared, secret: "wrong");
        using var unknown = new RelyingParty(shared, client: "no-such-program");
        var answers = new[] { await wrong.TokenAsync(("grant_type", "client_credentials")), await unknown.TokenAsync(("grant_type", "client_credentials")) };
        Assert.Equal(answers[0].ToJsonString(), answers[1].ToJsonString());
        Assert.Equal("invalid_client", Error(answers[0]));
        using var person = await SignedInPerson.AsAsync(shared);
        using var site = new RelyingParty(shared);
        var (one, two) = (await person.GetAsync(unknown.Ask()), await person.GetAsync(site.Ask(("redirect_uri", "https://evil.example/"))));
        Assert.Equal((HttpStatusCode.BadRequest, one.Words.Replace("no-such-program", "", StringComparison.Ordinal).Length), (two.Status, one.Words.Length));
    }

    [Theory]
    [InlineData("response_type", "token")]
    [InlineData("response_type", "id_token token")]
    [InlineData("response_type", "code id_token")]
    [InlineData("response_mode", "fragment")]
    [InlineData("response_mode", "form_post")]
    [InlineData("request", "eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("request_uri", "https://evil.example/request")]
    public async Task OtherFlows_AreNotServed(string parameter, string value)
    {
        using var site = new RelyingParty(shared);
        using var person = await SignedInPerson.AsAsync(shared);
        var shown = await person.GetAsync(site.Ask((parameter, value)));
        Assert.True(shown.Status == HttpStatusCode.BadRequest || Refused(shown) is not null, shown.Location);
        Assert.DoesNotContain("code=", shown.Location ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discovery_SaysWhatIsServed()
    {
        using var site = new RelyingParty(shared);
        var said = await site.GetAsync("/.well-known/openid-configuration");
        string Of(string name) => string.Join(' ', said[name]!.AsArray().Select(v => (string)v!).Order());
        Assert.Equal(("S256", "code", "query", "pairwise", "authorization_code client_credentials refresh_token"),
            (Of("code_challenge_methods_supported"), Of("response_types_supported"), Of("response_modes_supported"), Of("subject_types_supported"), Of("grant_types_supported")));
        Assert.DoesNotContain("none", Of("id_token_signing_alg_values_supported"), StringComparison.Ordinal);
        Assert.All((await site.GetAsync("/.well-known/jwks"))["keys"]!.AsArray(), key => Assert.False(key!.AsObject().ContainsKey("d") || key.AsObject().ContainsKey("k")));
    }

    private async Task<(RelyingParty Site, RelyingParty Library)> TwoAsync()
    {
        var (id, secret) = await ClientRegistryOnceAsync($"library-{Guid.NewGuid():N}"[..20], ["openid", "offline_access"], "https://library.example/back");
        return (new RelyingParty(shared), new RelyingParty(shared, id, secret, "https://library.example/back"));
    }

    private Task<(string Id, string Secret)> ClientRegistryOnceAsync(string id, string[] scopes, string address) => Clients.ClientRegistryTests.RegisterAsync(shared, id, scopes, [address]);

    /// <summary>Without a signature, signed with the public key as if it were a secret, signed with a key that came along, and with another's claims.</summary>
    private static IEnumerable<string> Forge(string token, JsonArray keys)
    {
        var parts = token.Split('.');
        string Head(string alg, JsonNode? jwk = null)
        {
            var head = RelyingParty.Read(token, 0);
            head["alg"] = alg;
            if (jwk is not null) head["jwk"] = jwk;
            return Base64UrlEncoder.Encode(head.ToJsonString());
        }

        yield return $"{Head("none")}.{parts[1]}.";
        yield return $"{Head("None")}.{parts[1]}.";
        yield return $"{parts[0]}.{parts[1]}.";
        var publicKey = Encoding.UTF8.GetBytes(keys[0]!.ToJsonString());
        var confused = $"{Head("HS256")}.{parts[1]}";
        yield return $"{confused}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(publicKey, Encoding.ASCII.GetBytes(confused)))}";
        using var own = RSA.Create(2048);
        var mine = own.ExportParameters(false);
        var brought = $"{Head("RS256", new JsonObject { ["kty"] = "RSA", ["n"] = Base64UrlEncoder.Encode(mine.Modulus!), ["e"] = Base64UrlEncoder.Encode(mine.Exponent!) })}.{parts[1]}";
        yield return $"{brought}.{Base64UrlEncoder.Encode(own.SignData(Encoding.ASCII.GetBytes(brought), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
        var claims = RelyingParty.Read(token);
        claims["sub"] = "another";
        yield return $"{parts[0]}.{Base64UrlEncoder.Encode(claims.ToJsonString())}.{parts[2]}";
    }

    private static string? Error(JsonObject answer) => (string?)answer["error"];

    private static void AssertRefused(Shown shown) =>
        Assert.True(shown.Status == HttpStatusCode.BadRequest && shown.Location is null || Refused(shown) is not null, $"{shown.Status} {shown.Location}");

    private static string? Refused(Shown shown) => RelyingParty.Answer(shown)["error"];
}

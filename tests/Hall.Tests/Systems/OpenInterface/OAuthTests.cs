using System.Net;
using Tongban.Hall.Tests.Support;
using static Tongban.Hall.Tests.Support.ApiClient;

namespace Tongban.Hall.Tests.Systems.OpenInterface;

public class OAuthTests(Databases databases)
{
    [Fact]
    public async Task Token_IsGoodAfterARestart()
    {
        using var folder = new TemporaryFolder();
        HallHost Host() => new HallHost().With("Hall:DataDirectory", folder.Path).With("Hall:PublicUrl", "https://tongban.example").Start();
        await using var before = Host();
        using var api = await OfAsync(before);
        await before.DisposeAsync();
        await using var after = Host();
        using var again = Nobody(after);
        again.Http.DefaultRequestHeaders.Authorization = api.Http.DefaultRequestHeaders.Authorization;
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("items")).StatusCode);
    }

    [Fact]
    public async Task Token_OfAnotherCity_IsNotTaken()
    {
        await using var one = databases.Start("sqlite");
        await using var other = databases.Start("sqlite");
        using var api = await OfAsync(one);
        using var foreign = Nobody(other);
        foreign.Http.DefaultRequestHeaders.Authorization = api.Http.DefaultRequestHeaders.Authorization;
        Assert.Equal("token.invalid", await CodeAsync(await foreign.GetAsync("items")));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task WrongSecret_UnknownClient_ForeignScope_AreRefusedAsOAuthSays(string database)
    {
        await using var host = databases.Start(database);
        using var nobody = Nobody(host);
        Assert.Equal("invalid_client", await ErrorAsync(await nobody.TokenAsync("items", secret: "wrong")));
        Assert.Equal("invalid_client", await ErrorAsync(await nobody.TokenAsync("items", client: "nobody")));
        Assert.Equal("invalid_scope", await ErrorAsync(await nobody.TokenAsync("everything")));
        Assert.Equal("invalid_request", await ErrorAsync(await nobody.Http.GetAsync("/connect/token", TestContext.Current.CancellationToken)));
        Assert.Equal(HttpStatusCode.OK, (await nobody.TokenAsync("items")).StatusCode);
    }

    private static async Task<string?> ErrorAsync(HttpResponseMessage response) => (string?)(await JsonAsync(response))["error"];

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("tongban-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}

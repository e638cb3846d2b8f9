using System.Net;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Platform.Web;

/// <summary>An address from outside never leads outside.</summary>
public sealed class RedirectTests : IClassFixture<RedirectTests.Hall>
{
    public sealed class Hall : IDisposable
    {
        public HallHost Host { get; } = new HallHost().Start();

        public void Dispose() => Host.Dispose();
    }

    public static TheoryData<string> Elsewhere =>
    [
        "https://evil.example/", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example", "https:evil.example",
        "/\t/evil.example", "\t//evil.example", "/\r\nLocation: https://evil.example", " //evil.example", "javascript:alert(1)", "evil.example", "~//evil.example", "@evil.example", "",
    ];

    private readonly HallHost host;

    public RedirectTests(Hall hall) => host = hall.Host;

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task AddressElsewhere_IsNotFollowed(string to)
    {
        using var visitor = new Visitor(host.Address);
        var number = (await host.UseAsync((HallDb db) => db.Set<Account>().FirstAsync())).CitizenNumber;

        Assert.Equal("/", (await visitor.GetAsync($"/prefs?theme=dark&return={Uri.EscapeDataString(to)}")).Location);
        Assert.Equal("/my", (await visitor.SignInAsync(number, DemoCity.Password, $"?return={Uri.EscapeDataString(to)}")).Location);
        Assert.Equal("/my", (await visitor.GetAsync($"/signin?return={Uri.EscapeDataString(to)}")).Location);
    }

    [Theory]
    [InlineData("/items/graduate-settlement?a=1#b")]
    [InlineData("/search?q=毕业")]
    [InlineData("/en/my")]
    public async Task AddressOnThisSite_IsFollowed(string to)
    {
        using var visitor = new Visitor(host.Address);

        var answer = await visitor.GetAsync($"/prefs?theme=dark&return={Uri.EscapeDataString(to)}");

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Equal(to, Uri.UnescapeDataString(answer.Location!));
    }
}

using System.Net;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Platform.Web;

public class ProxiesTests(Databases databases)
{
    [Fact]
    public async Task BehindAKnownProxy_LimitsCountByTheAddressBehindIt()
    {
        await using var host = databases.Prepare("sqlite").With($"{Proxies.Setting}:0", "127.0.0.0/8").Start();

        for (var i = 0; i < 30; i++) Assert.Equal(HttpStatusCode.OK, await TrackAsync(host, "203.0.113.7"));

        Assert.Equal(HttpStatusCode.TooManyRequests, await TrackAsync(host, "203.0.113.7"));
        Assert.Equal(HttpStatusCode.OK, await TrackAsync(host, "203.0.113.8"));
        // What a client writes before the proxy adds its own is not believed.
        Assert.Equal(HttpStatusCode.TooManyRequests, await TrackAsync(host, "198.51.100.1, 203.0.113.7"));
    }

    [Fact]
    public async Task WithoutAProxy_NobodyIsBelievedOnHisAddress()
    {
        await using var host = databases.Prepare("sqlite").Start();

        for (var i = 0; i < 30; i++) Assert.Equal(HttpStatusCode.OK, await TrackAsync(host, $"203.0.113.{i}"));

        Assert.Equal(HttpStatusCode.TooManyRequests, await TrackAsync(host, "203.0.113.200"));
    }

    [Fact]
    public void SomethingElseThanAnAddress_IsRefusedAtTheStart_WithWhatToWrite() =>
        Assert.Contains("10.1.0.0/16", Assert.ThrowsAny<Exception>(() => databases.Prepare("sqlite").With($"{Proxies.Setting}:0", "balancer").Start()).ToString());

    private static async Task<HttpStatusCode> TrackAsync(HallHost host, string from)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/track")
        {
            Content = new FormUrlEncodedContent([new("no", "1"), new("code", "AAAAAAAA")]),
            Headers = { { "X-Forwarded-For", from } },
        };
        return (await http.SendAsync(request)).StatusCode;
    }
}

using System.Net;
using Tongban.Sandbox.Registries;
using Tongban.Sm;

namespace Tongban.Sandbox.Tests.Wire;

public class SignatureTests
{
    private const string Path = "/registries/population/lookup";
    private const string Body = """{"number":"11010519491231002X","purpose":"p","reference":"c","requestId":"r","fields":["name"]}""";

    [Fact]
    public async Task Genuine_IsAnswered() => Assert.Equal(HttpStatusCode.OK, (await AskAsync(a => a.Sign(Path, Body))).Status);

    [Fact]
    public async Task AnotherKey_IsRefused() => await RefusedAsync("wrong-signature", a => a.Sign(Path, Body, key: Sm2Key.Generate()));

    [Fact]
    public async Task AnotherClient_IsRefused() => await RefusedAsync("unknown-client", a => a.Sign(Path, Body, client: "somebody"));

    [Fact]
    public async Task AnotherBodyThanSigned_IsRefused() => await RefusedAsync("wrong-signature", a => a.Sign(Path, Body, signedBody: Body + " "));

    [Fact]
    public async Task AnotherRegisterThanSigned_IsRefused() => await RefusedAsync("wrong-signature", a =>
    {
        var request = a.Sign(Path, Body);
        request.RequestUri = new Uri("/registries/criminal/lookup", UriKind.Relative);
        return request;
    });

    [Theory]
    [InlineData("X-Client", "unknown-client")]
    [InlineData("X-Timestamp", "timestamp-outside-window")]
    [InlineData("X-Nonce", "nonce-must-have-16-to-64-characters")]
    [InlineData("X-Signature", "wrong-signature")]
    public async Task AMissingHeader_IsRefused(string header, string code) => await RefusedAsync(code, a =>
    {
        var request = a.Sign(Path, Body);
        request.Headers.Remove(header);
        return request;
    });

    [Theory]
    [InlineData("X-Timestamp", "yesterday", "timestamp-outside-window")]
    [InlineData("X-Nonce", "short", "nonce-must-have-16-to-64-characters")]
    [InlineData("X-Nonce", "another-nonce-than-signed", "wrong-signature")]
    [InlineData("X-Signature", "not base64!", "wrong-signature")]
    [InlineData("X-Signature", "AAAA", "wrong-signature")]
    public async Task AHeaderThatWasChanged_IsRefused(string header, string value, string code) => await RefusedAsync(code, a =>
    {
        var request = a.Sign(Path, Body);
        request.Headers.Remove(header);
        request.Headers.TryAddWithoutValidation(header, value);
        return request;
    });

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-299, true)]
    [InlineData(299, true)]
    [InlineData(301, false)]
    public async Task Time_MayBeFiveMinutesOff(int seconds, bool accepted)
    {
        await using var asker = await Asker.StartAsync();
        using var response = await asker.Http.SendAsync(asker.Sign(Path, Body, at: asker.Clock.Now.AddSeconds(seconds)));
        Assert.Equal(accepted ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, response.StatusCode);
    }

    // A stamp five minutes ahead is good for ten minutes: nowhere within them may it be used again.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 599)]
    [InlineData(1, 599)]
    [InlineData(400, 300)]
    [InlineData(599, 599)]
    [InlineData(5000, 599)]
    public async Task AReplay_IsRefused_AsLongAsItsTimeIsGood(int secondsBefore, int secondsLater)
    {
        await using var asker = await Asker.StartAsync();
        asker.Clock.Now = asker.Clock.Now.AddSeconds(secondsBefore);
        var (nonce, at) = ("0123456789abcdef", asker.Clock.Now.AddSeconds(300));
        Assert.Equal(HttpStatusCode.OK, (await asker.Http.SendAsync(asker.Sign(Path, Body, nonce: nonce, at: at))).StatusCode);
        asker.Clock.Now = asker.Clock.Now.AddSeconds(secondsLater);
        // Others ask meanwhile, so that what is forgotten would be forgotten by now.
        Assert.Equal(HttpStatusCode.OK, (await asker.Http.SendAsync(asker.Sign(Path, Body))).StatusCode);
        var replay = await asker.ReplyAsync(await asker.Http.SendAsync(asker.Sign(Path, Body, nonce: nonce, at: at)), "r");
        Assert.Equal((HttpStatusCode.Unauthorized, "nonce-used-before"), (replay.Status, replay.Code));
    }

    [Fact]
    public async Task SixtyFourReplaysAtOnce_AreAnsweredOnce()
    {
        await using var asker = await Asker.StartAsync();
        var responses = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => asker.Http.SendAsync(asker.Sign(Path, Body, nonce: "0123456789abcdef"))));
        Assert.Single(responses, r => r.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task AForgedRequest_DoesNotUseUpTheNonce()
    {
        await using var asker = await Asker.StartAsync();
        const string Nonce = "0123456789abcdef";
        Assert.Equal(HttpStatusCode.Unauthorized, (await asker.Http.SendAsync(asker.Sign(Path, Body, key: Sm2Key.Generate(), nonce: Nonce))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await asker.Http.SendAsync(asker.Sign(Path, Body, nonce: Nonce))).StatusCode);
    }

    [Fact]
    public async Task AClientAdmittedLater_MayAsk()
    {
        await using var asker = await Asker.StartAsync();
        var key = Sm2Key.Generate();
        asker.Server.Admit("window", key.PublicKey);
        Assert.Equal(HttpStatusCode.OK, (await asker.Http.SendAsync(asker.Sign(Path, Body, key, "window"))).StatusCode);
    }

    [Fact]
    public async Task TheKeysInTheFolder_OutliveARestart_AndEachRegisterHasItsOwn()
    {
        var folder = Directory.CreateTempSubdirectory("sandbox");
        try
        {
            var pems = new List<string[]>();
            for (var i = 0; i < 2; i++)
            {
                await using var server = await SandboxServer.StartAsync(new SandboxOptions { DataDirectory = folder.FullName });
                pems.Add([.. Registry.All.Select(r => r.Name).Append("realname").Select(name => server.PublicKeyOf(name).ToPem())]);
            }
            Assert.Equal(pems[0], pems[1]);
            Assert.Equal(Registry.All.Count + 1, pems[0].Distinct().Count());
            Assert.Equal(Registry.All.Count + 1, folder.GetFiles().Length);
            if (!OperatingSystem.IsWindows()) Assert.All(folder.GetFiles(), f => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, f.UnixFileMode));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RefusedAsync(string code, Func<Asker, HttpRequestMessage> make)
    {
        var reply = await AskAsync(make);
        Assert.Equal((HttpStatusCode.Unauthorized, code), (reply.Status, reply.Code));
    }

    private static async Task<Reply> AskAsync(Func<Asker, HttpRequestMessage> make)
    {
        await using var asker = await Asker.StartAsync();
        return await asker.ReplyAsync(await asker.Http.SendAsync(make(asker)), "r");
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Tongban.Sandbox.Registries;
using Tongban.Sandbox.Sms;
using Tongban.Sm;

namespace Tongban.Sandbox.Tests.Sms;

public class SmsTests
{
    [Fact]
    public async Task AMessage_ArrivesOnce_WhateverTheSenderRepeats()
    {
        await using var asker = await Asker.StartAsync();
        Assert.Equal((HttpStatusCode.OK, false), await SendAsync("m1"));
        Assert.Equal((HttpStatusCode.OK, true), await SendAsync("m1"));
        var message = Assert.Single(asker.Server.Messages);
        Assert.Equal(("m1", "13900261999", "已受理"), (message.Id, message.Mobile, message.Text));

        async Task<(HttpStatusCode, bool)> SendAsync(string id)
        {
            using var response = await asker.SendSmsAsync(id, "13900261999", "已受理");
            return (response.StatusCode, (bool)(await response.Content.ReadFromJsonAsync<JsonObject>())!["known"]!);
        }
    }

    [Fact]
    public async Task TheSameIdForAnotherMessage_IsRefused()
    {
        await using var asker = await Asker.StartAsync();
        await asker.SendSmsAsync("m1", "13900261999", "已受理");
        var reply = await asker.ReplyAsync(await asker.SendSmsAsync("m1", "13900261999", "已办结"), "");
        Assert.Equal((HttpStatusCode.Conflict, "id-used-for-another-message"), (reply.Status, reply.Code));
        Assert.Equal("已受理", Assert.Single(asker.Server.Messages).Text);
    }

    [Fact]
    public async Task AnAnswerThatWasLost_IsRepeatedWithoutASecondMessage()
    {
        await using var asker = await Asker.StartAsync();
        asker.Server.Break("sms", new Fault(FaultMode.LostAnswer));
        await Assert.ThrowsAsync<HttpRequestException>(() => asker.SendSmsAsync("m1", "13900261999", "已受理"));
        asker.Server.Break("sms", Fault.None);
        Assert.Equal(HttpStatusCode.OK, (await asker.SendSmsAsync("m1", "13900261999", "已受理")).StatusCode);
        Assert.Single(asker.Server.Messages);
    }

    [Theory]
    [InlineData(FaultMode.Down)]
    [InlineData(FaultMode.Error500)]
    public async Task AGatewayThatIsDown_TakesNothing(FaultMode mode)
    {
        await using var asker = await Asker.StartAsync();
        asker.Server.Break("sms", new Fault(mode));
        await Assert.ThrowsAsync<HttpRequestException>(async () => (await asker.SendSmsAsync("m1", "13900261999", "已受理")).EnsureSuccessStatusCode());
        Assert.Empty(asker.Server.Messages);
    }

    [Theory]
    [InlineData("", "13900261999", "text")]
    [InlineData("m1", "1390026199", "text")]
    [InlineData("m1", "<b>00261999", "text")]
    [InlineData("m1", "13900261999", "")]
    public async Task AnIncompleteMessage_IsRefused(string id, string mobile, string text)
    {
        await using var asker = await Asker.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await asker.SendSmsAsync(id, mobile, text)).StatusCode);
        Assert.Empty(asker.Server.Messages);
    }

    [Fact]
    public async Task AnUnsignedMessage_IsRefused()
    {
        await using var asker = await Asker.StartAsync();
        const string Body = """{"id":"m1","mobile":"13900261999","text":"t"}""";
        Assert.Equal(HttpStatusCode.Unauthorized, (await asker.Http.PostAsync("/sms/messages", new StringContent(Body))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await asker.Http.SendAsync(asker.Sign("/sms/messages", Body, key: Sm2Key.Generate()))).StatusCode);
        Assert.Empty(asker.Server.Messages);
    }

    [Fact]
    public async Task Messages_AreReadByTelephone_NewestFirst()
    {
        await using var asker = await Asker.StartAsync();
        foreach (var (id, mobile) in new[] { ("a", "13900261999"), ("b", "13900312000"), ("c", "13900261999") })
        {
            asker.Clock.Now = asker.Clock.Now.AddSeconds(1);
            await asker.SendSmsAsync(id, mobile, id);
        }
        var mine = await asker.Http.GetFromJsonAsync<SmsMessage[]>("/sms/messages?mobile=13900261999");
        Assert.Equal(["c", "a"], mine!.Select(m => m.Id));
        Assert.Equal(3, (await asker.Http.GetFromJsonAsync<SmsMessage[]>("/sms/messages"))!.Length);
    }
}

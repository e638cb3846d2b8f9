using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Tongban.Sandbox.People;
using Tongban.Sandbox.Registries;

namespace Tongban.Sandbox.Tests.Registries;

public class FaultTests
{
    private static readonly Person Lin = DemoPeople.Of(new(2026, 11, 23))[0].Person;

    [Fact]
    public async Task Slow_AnswersRightlyAfterTheDelay()
    {
        await WithAsync(new Fault(FaultMode.Slow, 300), async asker =>
        {
            var started = Stopwatch.GetTimestamp();
            var reply = await AskAsync(asker);
            Assert.True(Stopwatch.GetElapsedTime(started).TotalMilliseconds >= 295);
            Assert.True(reply.Signed);
            Assert.Equal("found", reply["status"]);
        });
    }

    [Theory]
    [InlineData(FaultMode.Down)]
    [InlineData(FaultMode.LostAnswer)]
    public Task ACutConnection_IsNoAnswer(FaultMode mode) =>
        WithAsync(new Fault(mode), asker => Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(asker)));

    [Fact]
    public Task Hang_NeverAnswers() => WithAsync(new Fault(FaultMode.Hang), async asker =>
    {
        asker.Http.Timeout = TimeSpan.FromMilliseconds(500);
        await Assert.ThrowsAsync<TaskCanceledException>(() => AskAsync(asker));
    });

    [Fact]
    public async Task AHangingQuestion_DoesNotKeepTheServerFromStopping()
    {
        await using var asker = await Asker.StartAsync();
        asker.Server.Break("population", new Fault(FaultMode.Hang));
        var hanging = AskAsync(asker);
        await Task.Delay(200);
        var started = Stopwatch.GetTimestamp();
        await asker.Server.DisposeAsync();
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => hanging);
    }

    [Fact]
    public Task WrongSignature_TellsTheTruthSignedBySomebodyElse() => WithAsync(new Fault(FaultMode.WrongSignature), async asker =>
    {
        var reply = await AskAsync(asker);
        Assert.False(reply.Signed);
        Assert.Equal("found", reply["status"]);
    });

    [Fact]
    public Task Stale_IsAMonthOld() => WithAsync(new Fault(FaultMode.Stale), async asker =>
    {
        var reply = await AskAsync(asker);
        Assert.True(reply.Signed);
        Assert.Equal(new DateTimeOffset(2026, 10, 24, 4, 0, 0, TimeSpan.Zero), (DateTimeOffset)reply.Body!["asOf"]!);
    });

    [Fact]
    public Task Garbage_IsNotJsonButSigned() => WithAsync(new Fault(FaultMode.Garbage), async asker =>
    {
        var reply = await AskAsync(asker);
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Null(reply.Body);
        Assert.True(reply.Signed);
    });

    [Fact]
    public Task Error500_IsAServersError() => WithAsync(new Fault(FaultMode.Error500), async asker =>
        Assert.Equal(HttpStatusCode.InternalServerError, (await AskAsync(asker)).Status));

    [Fact]
    public async Task OtherPerson_IsNeverTheOneAskedFor()
    {
        await using var asker = await Asker.StartAsync();
        asker.Server.Break("population", new Fault(FaultMode.OtherPerson));
        foreach (var number in new[] { Lin.Number, asker.Server.People.At(0).Number, asker.Server.People.At(1).Number })
        {
            var reply = await asker.LookUpAsync("population", number, fields: ["name"]);
            Assert.True(reply.Signed);
            Assert.Equal("found", reply["status"]);
            Assert.NotEqual(number, reply["number"]);
        }
    }

    [Fact]
    public Task Stall_SendsHeadersAndThenNothing() => WithAsync(new Fault(FaultMode.Stall), async asker =>
    {
        using var response = await asker.Http.SendAsync(asker.Sign("/registries/population/lookup",
            $$"""{"number":"{{Lin.Number}}","purpose":"p","reference":"c","requestId":"r","fields":["name"]}"""), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var patience = new CancellationTokenSource(500);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => response.Content.ReadAsByteArrayAsync(patience.Token));
    });

    [Fact]
    public Task Future_IsADayAhead() => WithAsync(new Fault(FaultMode.Future), async asker =>
    {
        var reply = await AskAsync(asker);
        Assert.True(reply.Signed);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 4, 0, 0, TimeSpan.Zero), (DateTimeOffset)reply.Body!["asOf"]!);
    });

    [Fact]
    public Task OtherRegister_SignsForThisOne() => WithAsync(new Fault(FaultMode.OtherRegister), async asker =>
    {
        var reply = await AskAsync(asker);
        Assert.False(reply.Signed);
        Assert.Equal("found", reply["status"]);
    });

    [Fact]
    public Task TooMuch_TellsEveryField() => WithAsync(new Fault(FaultMode.TooMuch), async asker =>
        Assert.Equal(Registry.Named("population")!.Fields.Count, (await AskAsync(asker)).Record.Count));

    [Fact]
    public Task Flood_IsFourMegabytes() => WithAsync(new Fault(FaultMode.Flood), async asker =>
    {
        var reply = await AskAsync(asker);
        Assert.True(reply.Signed);
        Assert.Null(reply.Body);
    });

    [Fact]
    public Task OtherRegisters_StayWell() => WithAsync(new Fault(FaultMode.Down), async asker =>
        Assert.Equal("found", (await asker.LookUpAsync("criminal", Lin.Number))["status"]));

    [Fact]
    public async Task AFaultOfHalfTheTime_StrikesTheSameWayForTheSameSeed()
    {
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var asker = await Asker.StartAsync();
            asker.Server.Break("population", new Fault(FaultMode.Error500, Probability: 0.5));
            var marks = "";
            for (var i = 0; i < 40; i++) marks += (await AskAsync(asker)).Status == HttpStatusCode.OK ? '.' : 'x';
            runs.Add(marks);
        }
        Assert.Equal(runs[0], runs[1]);
        Assert.InRange(runs[0].Count(c => c == 'x'), 8, 32);
    }

    [Fact]
    public async Task Put_BreaksAndMends()
    {
        await using var asker = await Asker.StartAsync();
        using var put = await asker.Http.PutAsJsonAsync("/faults/population", new { mode = "wrongSignature", delayMs = 5, probability = 0.5 });
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal(new Fault(FaultMode.WrongSignature, 5, 0.5), asker.Server.FaultOf("population"));
        var shown = await asker.Http.GetFromJsonAsync<JsonObject>("/faults");
        Assert.Equal("wrongSignature", (string?)shown!["population"]!["mode"]);
        Assert.Equal("none", (string?)shown["criminal"]!["mode"]);
        Assert.Equal([.. Registry.All.Select(r => r.Name), "realname", "sms"], shown.Select(f => f.Key));
        await asker.Http.PutAsJsonAsync("/faults/population", new { mode = "none" });
        Assert.Equal(FaultMode.None, asker.Server.FaultOf("population").Mode);
    }

    [Theory]
    [InlineData("tax", """{"mode":"down"}""", HttpStatusCode.NotFound)]
    [InlineData("population", """{"mode":"explode"}""", HttpStatusCode.BadRequest)]
    [InlineData("population", """{"mode":"99"}""", HttpStatusCode.BadRequest)]
    [InlineData("population", """{"mode":"slow","delayMs":-1}""", HttpStatusCode.BadRequest)]
    [InlineData("population", """{"mode":"slow","delayMs":60001}""", HttpStatusCode.BadRequest)]
    [InlineData("population", """{"mode":"down","probability":1.5}""", HttpStatusCode.BadRequest)]
    [InlineData("population", "{}", HttpStatusCode.BadRequest)]
    [InlineData("population", "{", HttpStatusCode.BadRequest)]
    public async Task AFaultThatCannotBe_IsRefused(string registry, string body, HttpStatusCode status)
    {
        await using var asker = await Asker.StartAsync();
        using var response = await asker.Http.PutAsync($"/faults/{registry}", new StringContent(body));
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(FaultMode.None, asker.Server.FaultOf("population").Mode);
        Assert.Throws<ArgumentException>(() => asker.Server.Break("tax", Fault.None));
    }

    private static Task<Reply> AskAsync(Asker asker) => asker.LookUpAsync("population", Lin.Number, Lin.Name, ["name"]);

    private static async Task WithAsync(Fault fault, Func<Asker, Task> test)
    {
        await using var asker = await Asker.StartAsync();
        asker.Server.Break("population", fault);
        await test(asker);
    }
}

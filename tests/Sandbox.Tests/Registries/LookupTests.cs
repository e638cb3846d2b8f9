using System.Net;
using Tongban.Sandbox.People;
using Tongban.Sandbox.Registries;

namespace Tongban.Sandbox.Tests.Registries;

public class LookupTests
{
    private static readonly Person Lin = DemoPeople.Of(new(2026, 11, 23))[0].Person;

    [Fact]
    public async Task AKnownPerson_IsTold_WithTimeAndSignature()
    {
        await using var asker = await Asker.StartAsync();
        var reply = await asker.LookUpAsync("education", Lin.Number, Lin.Name, ["level", "graduatedOn"]);
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.True(reply.Signed);
        Assert.Equal("education", reply["registry"]);
        Assert.Equal(reply.RequestId, reply["requestId"]);
        Assert.Equal(Lin.Number, reply["number"]);
        Assert.Equal("found", reply["status"]);
        Assert.Equal(asker.Clock.Now.AddMinutes(-10), (DateTimeOffset)reply.Body!["asOf"]!);
        Assert.Equal("本科", (string?)reply.Record["level"]);
        Assert.Equal("2026-06-26", (string?)reply.Record["graduatedOn"]);
    }

    [Fact]
    public async Task OnlyTheFieldsAskedFor_AreTold()
    {
        await using var asker = await Asker.StartAsync();
        foreach (var registry in Registry.All)
        {
            var one = await asker.LookUpAsync(registry.Name, Lin.Number, fields: [registry.Fields[0], "salary"]);
            if (one["status"] == "notFound") continue;
            Assert.Equal([registry.Fields[0]], one.Record.Select(f => f.Key));
            Assert.Empty((await asker.LookUpAsync(registry.Name, Lin.Number)).Record);
        }
    }

    [Fact]
    public async Task AComputedPerson_IsTheSameFromEveryRegisterAndEveryStart()
    {
        await using var asker = await Asker.StartAsync();
        await using var again = await Asker.StartAsync();
        var person = asker.Server.People.At(19_999_999);
        foreach (var registry in Registry.All)
        {
            var (a, b) = (await asker.LookUpAsync(registry.Name, person.Number, person.Name, [.. registry.Fields]), await again.LookUpAsync(registry.Name, person.Number, person.Name, [.. registry.Fields]));
            Assert.Equal(a["status"], b["status"]);
            Assert.Equal(a["record"], b["record"]);
        }
        Assert.Equal(person.Name, (string?)(await asker.LookUpAsync("population", person.Number, fields: ["name"])).Record["name"]);
    }

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("4403032000010101AX")]
    [InlineData("440303200001010110")]
    [InlineData("🙂")]
    [InlineData("")]
    public async Task ANumberOfNobody_IsNotFound(string number)
    {
        await using var asker = await Asker.StartAsync();
        var reply = await asker.LookUpAsync("population", number, fields: ["name"]);
        Assert.Equal("notFound", reply["status"]);
        Assert.Equal(number, reply["number"]);
        Assert.Null(reply.Body!["record"]);
        Assert.True(reply.Signed);
    }

    [Fact]
    public async Task AnotherPersonsName_IsNotFound()
    {
        await using var asker = await Asker.StartAsync();
        var reply = await asker.LookUpAsync("population", Lin.Number, "林小雯", ["name", "address"]);
        Assert.Equal("notFound", reply["status"]);
        Assert.Null(reply.Body!["record"]);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"number":"1","fields":["name"],"requestId":"1","reference":"c"}""")]
    [InlineData("""{"number":"1","fields":["name"],"requestId":"1","purpose":" ","reference":"c"}""")]
    [InlineData("""{"number":"1","fields":["name"],"purpose":"p","reference":"c"}""")]
    [InlineData("""{"number":"1","requestId":"1","purpose":"p","reference":"c"}""")]
    [InlineData("""{"number":1,"fields":["name"],"requestId":"1","purpose":"p","reference":"c"}""")]
    [InlineData("""{"number":"1","fields":"name","requestId":"1","purpose":"p","reference":"c"}""")]
    public async Task AnIncompleteQuestion_IsRefused(string body)
    {
        await using var asker = await Asker.StartAsync();
        var reply = await asker.ReplyAsync(await asker.Http.SendAsync(asker.Sign("/registries/population/lookup", body)), "");
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("number-purpose-reference-fields-and-request-id-are-required", reply.Code);
    }

    [Fact]
    public async Task AnUnknownRegister_IsNotThere()
    {
        await using var asker = await Asker.StartAsync();
        var reply = await asker.LookUpAsync("tax", Lin.Number);
        Assert.Equal((HttpStatusCode.NotFound, "unknown-registry"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task TooLongAQuestion_IsRefused()
    {
        await using var asker = await Asker.StartAsync();
        using var response = await asker.Http.SendAsync(asker.Sign("/registries/population/lookup", new string(' ', 70_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }
}

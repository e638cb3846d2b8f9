using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Exchange;
using Tongban.Hall.Tests.Support;
using Tongban.Sandbox.People;
using Tongban.Sandbox.Registries;
using Room = Tongban.Hall.Services.Exchange.Exchange;

namespace Tongban.Hall.Tests.Services.Exchange;

public sealed class ExchangeTests(SharedHalls halls) : IClassFixture<SharedHalls>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly Proceeding Proceeding = new(new Actor(ActorKind.Citizen, "test"), Now);

    private readonly Person lin = DemoPeople.Of(DateOnly.FromDateTime(Now.AddHours(8).Date))[0].Person;
    private readonly Guid caseId = Guid.NewGuid(), subjectId = Guid.NewGuid();

    public static TheoryData<string> Both => Databases.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Each_look_up_is_recorded_with_purpose_time_and_result(string database)
    {
        var host = halls.On(database);

        var lookups = await LookUpAsync(host, "population", "education");

        var kept = await host.UseAsync((Room exchange) => exchange.AboutAsync(subjectId));
        Assert.Equal(lookups.Select(l => l.Id).Order(), kept.Select(l => l.Id).Order());
        Assert.All(kept, l => Assert.Equal((LookupStatus.Found, caseId, "核对", "To check"), (l.Status, l.CaseId, l.PurposeZh, l.PurposeEn)));
        Assert.All(kept, l => Assert.NotNull(l.Record));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_a_register_signed_can_be_verified_again_from_the_record(string database)
    {
        var host = halls.On(database);
        await LookUpAsync(host, "population", "education");

        var kept = await host.UseAsync((Room exchange) => exchange.NewestAsync(caseId));

        foreach (var (registry, lookup) in kept)
        {
            var evidence = Evidence.Read(lookup.Evidence)!;
            Assert.True(evidence.Holds());
            Assert.True(evidence.Holds(host.Sandbox.PublicKeyOf(registry)));
            Assert.False(evidence.Holds(host.Sandbox.PublicKeyOf("death")));
            var answer = JsonNode.Parse(evidence.Answer!)!;
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(lookup.Record!), answer["record"]));
            Assert.Equal((registry, lin.Number, evidence.RequestId), ((string?)answer["registry"], (string?)answer["number"], (string?)answer["requestId"]));
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Evidence_that_was_changed_does_not_hold(string database)
    {
        var host = halls.On(database);
        var evidence = Evidence.Read((await LookUpAsync(host, "education"))[0].Evidence)!;

        Assert.False((evidence with { Answer = evidence.Answer!.Replace("本科", "博士", StringComparison.Ordinal) }).Holds());
        Assert.False((evidence with { Hash = new string('0', 64), Answer = null }).Holds());
        Assert.False((evidence with { RequestId = "another" }).Holds());
        Assert.False((evidence with { Signature = "" }).Holds());
        Assert.True(evidence.WithoutAnswer().Holds());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task More_than_was_asked_is_not_kept_anywhere(string database)
    {
        var host = halls.On(database);
        host.Sandbox.Break("population", new Fault(FaultMode.TooMuch));

        await LookUpAsync(host, ["name"], "population");

        var kept = (await host.UseAsync((Room exchange) => exchange.AboutAsync(subjectId))).Single();
        Assert.Equal($$"""{"name":"{{lin.Name}}"}""", kept.Record);
        Assert.DoesNotContain(lin.Mobile, kept.Evidence);
        Assert.True(Evidence.Read(kept.Evidence)!.Holds());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_failed_look_up_is_recorded_like_any_other(string database)
    {
        var host = halls.On(database);
        host.Sandbox.Break("education", new Fault(FaultMode.WrongSignature));

        await LookUpAsync(host, "population", "education");

        var newest = await host.UseAsync((Room exchange) => exchange.NewestAsync(caseId));
        Assert.Equal(LookupStatus.Found, newest["population"].Status);
        Assert.Equal((LookupStatus.Untrusted, "wrong-signature"), (newest["education"].Status, newest["education"].Problem));
        Assert.Null(newest["education"].Record);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_newest_look_up_of_a_register_counts(string database)
    {
        var host = halls.On(database);
        host.Sandbox.Break("education", new Fault(FaultMode.Error500));
        await LookUpAsync(host, "education");
        host.Sandbox.Break("education", Fault.None);
        await LookUpAsync(host, "education");

        var newest = await host.UseAsync((Room exchange) => exchange.NewestAsync(caseId));
        Assert.Equal(LookupStatus.Found, newest["education"].Status);
        Assert.Equal(2, (await host.UseAsync((Room exchange) => exchange.AboutAsync(subjectId))).Count);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task All_registers_are_asked_at_once(string database)
    {
        var host = halls.On(database);
        foreach (var name in new[] { "population", "education", "criminal" }) host.Sandbox.Break(name, new Fault(FaultMode.Slow, 700));

        var started = Stopwatch.GetTimestamp();
        var lookups = await LookUpAsync(host, "population", "education", "criminal");

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMilliseconds(2000));
        Assert.All(lookups, l => Assert.Equal(LookupStatus.Found, l.Status));
        Assert.All(lookups, l => Assert.True(l.Milliseconds >= 690));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Look_ups_of_others_are_not_among_mine(string database)
    {
        var host = halls.On(database);
        await LookUpAsync(host, "population");

        Assert.Empty(await host.UseAsync((Room exchange) => exchange.AboutAsync(Guid.NewGuid())));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Look_ups_made_in_one_step_leave_one_entry_in_the_proceedings(string database)
    {
        var host = halls.On(database);
        var before = await EntriesAsync(host);

        await LookUpAsync(host, "population", "education", "criminal");

        Assert.Equal(before + 1, await EntriesAsync(host));
    }

    private static Task<int> EntriesAsync(HallHost host) => host.UseAsync((HallDb db) => db.Set<ProceedingEntry>().CountAsync());

    private Task<IReadOnlyList<Lookup>> LookUpAsync(HallHost host, params string[] registries) => LookUpAsync(host, null, registries);

    private Task<IReadOnlyList<Lookup>> LookUpAsync(HallHost host, string[]? fields, params string[] registries) =>
        host.UseAsync((Room exchange) => exchange.LookUpAsync(new LookUpOptions
        {
            CaseId = caseId,
            SubjectId = subjectId,
            Number = lin.Number,
            Name = lin.Name,
            Requests = [.. registries.Select(r => new RegistryRequest(r, "核对", "To check", fields ?? Registry.Named(r)!.Fields))],
        }, Proceeding));
}

using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Exchange;
using Tongban.Hall.Tests.Support;
using Tongban.Sandbox.People;
using Tongban.Sandbox.Registries;

namespace Tongban.Hall.Tests.Services.Exchange;

/// <summary>One hall for all: each test has a case and a person's account of its own.</summary>
public sealed class ExchangeHall : IDisposable
{
    public HallHost Host { get; } = new HallHost().Start();

    public void Dispose() => Host.Dispose();
}

public sealed class ExchangeTests : IClassFixture<ExchangeHall>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly Proceeding Proceeding = new(new Actor(ActorKind.Citizen, "test"), Now);

    private readonly HallHost host;
    private readonly Person lin = DemoPeople.Of(DateOnly.FromDateTime(Now.AddHours(8).Date))[0].Person;
    private readonly Guid caseId = Guid.NewGuid(), subjectId = Guid.NewGuid();

    public ExchangeTests(ExchangeHall hall)
    {
        host = hall.Host;
        foreach (var registry in Registry.All) host.Sandbox.Break(registry.Name, Fault.None);
    }

    [Fact]
    public async Task Each_look_up_is_recorded_with_purpose_time_and_result()
    {
        var lookups = await LookUpAsync("population", "education");

        var kept = await host.UseAsync((Hall.Services.Exchange.Exchange exchange) => exchange.AboutAsync(subjectId));
        Assert.Equal(lookups.Select(l => l.Id).Order(), kept.Select(l => l.Id).Order());
        Assert.All(kept, l => Assert.Equal((LookupStatus.Found, caseId, "核对", "To check"), (l.Status, l.CaseId, l.PurposeZh, l.PurposeEn)));
        Assert.All(kept, l => Assert.NotNull(l.Record));
        Assert.All(kept, l => Assert.NotNull(l.Evidence));
    }

    [Fact]
    public async Task A_failed_look_up_is_recorded_like_any_other()
    {
        host.Sandbox.Break("education", new Fault(FaultMode.WrongSignature));

        await LookUpAsync("population", "education");

        var newest = await host.UseAsync((Hall.Services.Exchange.Exchange exchange) => exchange.NewestAsync(caseId));
        Assert.Equal(LookupStatus.Found, newest["population"].Status);
        Assert.Equal((LookupStatus.Untrusted, "wrong-signature"), (newest["education"].Status, newest["education"].Problem));
        Assert.Null(newest["education"].Record);
    }

    [Fact]
    public async Task The_newest_look_up_of_a_register_counts()
    {
        host.Sandbox.Break("education", new Fault(FaultMode.Error500));
        await LookUpAsync("education");
        host.Sandbox.Break("education", Fault.None);
        await LookUpAsync("education");

        var newest = await host.UseAsync((Hall.Services.Exchange.Exchange exchange) => exchange.NewestAsync(caseId));
        Assert.Equal(LookupStatus.Found, newest["education"].Status);
        Assert.Equal(2, (await host.UseAsync((Hall.Services.Exchange.Exchange exchange) => exchange.AboutAsync(subjectId))).Count);
    }

    [Fact]
    public async Task All_registers_are_asked_at_once()
    {
        foreach (var name in new[] { "population", "education", "criminal" }) host.Sandbox.Break(name, new Fault(FaultMode.Slow, 1000));

        var started = Stopwatch.GetTimestamp();
        var lookups = await LookUpAsync("population", "education", "criminal");

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMilliseconds(2500));
        Assert.All(lookups, l => Assert.Equal(LookupStatus.Found, l.Status));
        Assert.All(lookups, l => Assert.True(l.Milliseconds >= 990));
    }

    [Fact]
    public async Task Look_ups_of_others_are_not_among_mine()
    {
        await LookUpAsync("population");

        Assert.Empty(await host.UseAsync((Hall.Services.Exchange.Exchange exchange) => exchange.AboutAsync(Guid.NewGuid())));
    }

    [Fact]
    public async Task Look_ups_made_in_one_step_leave_one_entry_in_the_proceedings()
    {
        var before = await EntriesAsync();

        await LookUpAsync("population", "education", "criminal");

        Assert.Equal(before + 1, await EntriesAsync());
    }

    private Task<int> EntriesAsync() => host.UseAsync((HallDb db) => db.Set<ProceedingEntry>().CountAsync());

    private Task<IReadOnlyList<Lookup>> LookUpAsync(params string[] registries) =>
        host.UseAsync((Hall.Services.Exchange.Exchange exchange) => exchange.LookUpAsync(new LookUpOptions
        {
            CaseId = caseId,
            SubjectId = subjectId,
            CitizenNumber = lin.Number,
            Name = lin.Name,
            Requests = [.. registries.Select(r => new RegistryRequest(r, "核对", "To check", Registry.Named(r)!.Fields))],
        }, Proceeding));
}

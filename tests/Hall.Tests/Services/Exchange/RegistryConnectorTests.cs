using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Services.Exchange;
using Tongban.Hall.Tests.Support;
using Tongban.Sandbox.People;
using Tongban.Sandbox.Registries;

namespace Tongban.Hall.Tests.Services.Exchange;

/// <summary>The contract of a registry connector, against registers that lie, hang and break.</summary>
public sealed class RegistryConnectorTests : IDisposable
{
    private readonly HallHost host = new HallHost().With("Hall:Exchange:Limits:PerAttempt", "00:00:01").Start();
    private readonly Person lin = DemoPeople.Of(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).Date))[0].Person;

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task A_known_person_is_told_with_evidence()
    {
        var answer = await AskAsync("education", "level", "graduatedOn");

        Assert.Equal(LookupStatus.Found, answer.Status);
        Assert.Null(answer.Problem);
        Assert.True(answer.Evidence!.Holds());
        Assert.InRange(TimeProvider.System.GetUtcNow() - answer.AsOf!.Value, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(11));
        using var record = JsonDocument.Parse(answer.Record!);
        Assert.Equal(["level", "graduatedOn"], record.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal("本科", record.RootElement.GetProperty("level").GetString());
    }

    [Theory]
    [InlineData("11010519491231002X", "林晓雯")]
    [InlineData(null, "林小雯")]
    public async Task Nobody_is_not_found(string? number, string name)
    {
        var answer = await AskAsync(new RegistryQuestion(number ?? lin.Number, name, "核对", "case", ["name"]), "population");

        Assert.Equal(LookupStatus.NotFound, answer.Status);
        Assert.Null(answer.Record);
        Assert.True(answer.Evidence!.Holds());
    }

    [Theory]
    [InlineData(FaultMode.Down, LookupStatus.Unavailable, "unreachable")]
    [InlineData(FaultMode.LostAnswer, LookupStatus.Unavailable, "unreachable")]
    [InlineData(FaultMode.Hang, LookupStatus.Unavailable, "timeout")]
    [InlineData(FaultMode.Slow, LookupStatus.Unavailable, "timeout")]
    [InlineData(FaultMode.Error500, LookupStatus.Unavailable, "http-500")]
    [InlineData(FaultMode.WrongSignature, LookupStatus.Untrusted, "wrong-signature")]
    [InlineData(FaultMode.Garbage, LookupStatus.Untrusted, "unreadable")]
    [InlineData(FaultMode.Stale, LookupStatus.Untrusted, "too-old")]
    [InlineData(FaultMode.OtherPerson, LookupStatus.Untrusted, "another-person")]
    [InlineData(FaultMode.Stall, LookupStatus.Unavailable, "timeout")]
    [InlineData(FaultMode.Flood, LookupStatus.Untrusted, "too-long")]
    [InlineData(FaultMode.Future, LookupStatus.Untrusted, "from-the-future")]
    [InlineData(FaultMode.OtherRegister, LookupStatus.Untrusted, "wrong-signature")]
    public async Task A_register_that_fails_gives_no_facts_but_a_reason(FaultMode mode, LookupStatus status, string problem)
    {
        host.Sandbox.Break("criminal", new Fault(mode));

        var started = Stopwatch.GetTimestamp();
        var answer = await AskAsync("criminal", "result");

        Assert.Equal((status, problem), (answer.Status, answer.Problem));
        Assert.Null(answer.Record);
        Assert.Null(answer.Evidence);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(7));
        Assert.Equal(LookupStatus.Found, (await AskAsync("population", "name")).Status);
        host.Sandbox.Break("criminal", Fault.None);
        Assert.Equal(LookupStatus.Found, (await AskAsync("criminal", "result")).Status);
    }

    [Fact]
    public async Task A_register_that_is_a_little_slow_is_waited_for()
    {
        host.Sandbox.Break("criminal", new Fault(FaultMode.Slow, 400));

        Assert.Equal(LookupStatus.Found, (await AskAsync("criminal", "result")).Status);
    }

    [Fact]
    public async Task A_register_that_keeps_failing_is_left_in_peace_for_a_while()
    {
        host.Sandbox.Break("residence", new Fault(FaultMode.Error500));
        for (var i = 0; i < 10; i++) await AskAsync("residence", "resident");

        var started = Stopwatch.GetTimestamp();
        var answer = await AskAsync("residence", "resident");

        Assert.Equal((LookupStatus.Unavailable, "resting"), (answer.Status, answer.Problem));
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(1));
        Assert.Equal(LookupStatus.Found, (await AskAsync("population", "name")).Status);
    }

    [Theory]
    [InlineData("1.00:01:00", LookupStatus.Found)]
    [InlineData("0.23:59:00", LookupStatus.Untrusted)]
    public async Task A_clock_that_is_ahead_is_tolerated_as_far_as_is_allowed(string tolerance, LookupStatus status)
    {
        using var tolerant = new HallHost().With("Hall:Exchange:ClockTolerance", tolerance).Start();
        tolerant.Sandbox.Break("criminal", new Fault(FaultMode.Future));

        var answer = await tolerant.Services.GetRequiredService<IRegistryConnector>().AskAsync("criminal", Question("result"), CancellationToken.None);

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task A_register_that_tells_more_than_was_asked_is_cut_and_only_the_proof_is_kept()
    {
        host.Sandbox.Break("population", new Fault(FaultMode.TooMuch));

        var answer = await AskAsync("population", "name");

        Assert.Equal((LookupStatus.Found, $$"""{"name":"{{lin.Name}}"}"""), (answer.Status, answer.Record));
        Assert.True(answer.Evidence!.Holds());
        Assert.Null(answer.Evidence.Answer);
    }

    [Fact]
    public async Task A_register_without_settings_is_not_asked()
    {
        var answer = await AskAsync("tax", "name");

        Assert.Equal((LookupStatus.Unavailable, "not-configured"), (answer.Status, answer.Problem));
    }

    [Fact]
    public async Task Someone_who_gives_up_is_not_kept_waiting()
    {
        host.Sandbox.Break("death", new Fault(FaultMode.Hang));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            host.Services.GetRequiredService<IRegistryConnector>().AskAsync("death", Question("dead"), stop.Token));
    }

    private Task<RegistryAnswer> AskAsync(string registry, params string[] fields) => AskAsync(Question(fields), registry);

    private Task<RegistryAnswer> AskAsync(RegistryQuestion question, string registry) =>
        host.Services.GetRequiredService<IRegistryConnector>().AskAsync(registry, question, CancellationToken.None);

    private RegistryQuestion Question(params string[] fields) => new(lin.Number, lin.Name, "核对学历", "case-1", fields);
}

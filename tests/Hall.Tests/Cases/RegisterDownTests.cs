using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Cases;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Exchange;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Licences;
using Tongban.Hall.Services.Notices;
using Tongban.Hall.Tests.Support;
using Tongban.Sandbox.Registries;

namespace Tongban.Hall.Tests.Cases;

/// <summary>A register is down or lies: the citizen is told, nothing is lost, and nothing is decided on missing facts.</summary>
public sealed class RegisterDownTests(SharedHalls halls, Databases databases) : IClassFixture<SharedHalls>
{
    public static MatrixTheoryData<string, FaultMode> Faults { get; } = new(["sqlite", "postgres"],
    [
        FaultMode.Down, FaultMode.Hang, FaultMode.Stall, FaultMode.Error500, FaultMode.LostAnswer, FaultMode.Flood, FaultMode.WrongSignature,
        FaultMode.OtherRegister, FaultMode.Stale, FaultMode.Future, FaultMode.Garbage, FaultMode.OtherPerson,
    ]);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task RegisterThatFailsOrLies_NeverLeadsToADecision_NothingIsLost_AndTheCitizenIsTold(string database, FaultMode fault)
    {
        var host = halls.On(database);
        host.Sandbox.Break("criminal", new Fault(fault));
        var started = Stopwatch.GetTimestamp();
        var graduate = await new Graduate(host).FillInAsync();

        var submitted = (await graduate.SubmitAsync($"{graduate.CaseId}")).Value!;

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
        await NotDecidedAsync(host, submitted);
        await NothingLostAsync(host, submitted);
        await ToldAsync(host, submitted);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task RegisterLeftInPeace_CostsNoTime_AndServesAgainOnceItIsBack(string database)
    {
        await using var host = databases.Prepare(database)
            .With("Hall:Exchange:Limits:RestAfter", "2").With("Hall:Exchange:Limits:RestFor", "00:00:20").Start();
        host.Sandbox.Break("criminal", new Fault(FaultMode.Down));
        await new Graduate(host).FillInAsync();

        var down = await new Graduate(host).FillInAsync();
        var referred = (await down.SubmitAsync($"{down.CaseId}")).Value!;

        Assert.Equal("resting", await host.UseAsync((HallDb db) => db.Set<Lookup>().Where(l => l.CaseId == down.CaseId && l.Registry == "criminal").Select(l => l.Problem).SingleAsync()));
        Assert.InRange(await host.UseAsync((HallDb db) => db.Set<Lookup>().Where(l => l.CaseId == down.CaseId && l.Registry == "criminal").Select(l => l.Milliseconds).SingleAsync()), 0, 500);
        await NotDecidedAsync(host, referred);
        await ToldAsync(host, referred);
        host.Sandbox.Break("criminal", Fault.None);
        var granted = await HallHost.UntilAsync(async () => await SubmitAnotherAsync(host) is { Closing: ClosingCode.Granted } one ? one : null);
        Assert.Equal(CaseState.Closed, granted.State);
        Assert.Equal(CaseState.Submitted, await host.UseAsync((HallDb db) => db.Set<Case>().Where(c => c.Id == referred.Id).Select(c => c.State).SingleAsync()));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task RegisterThatComesBackBeforeSubmission_IsAskedAgain_AndTheCaseIsGranted(string database)
    {
        var host = halls.On(database);
        host.Sandbox.Break("criminal", new Fault(FaultMode.Error500));
        var graduate = await new Graduate(host).FillInAsync();
        host.Sandbox.Break("criminal", Fault.None);

        await graduate.RefreshAsync();
        var granted = (await graduate.SubmitAsync($"{graduate.CaseId}")).Value!;

        Assert.Equal(ClosingCode.Granted, granted.Closing);
        Assert.Equal(2, await host.UseAsync((HallDb db) => db.Set<Lookup>().CountAsync(l => l.CaseId == granted.Id && l.Registry == "criminal")));
    }

    private static async Task<Case> SubmitAnotherAsync(HallHost host)
    {
        var graduate = await new Graduate(host).FillInAsync();
        return (await graduate.SubmitAsync($"{graduate.CaseId}")).Value!;
    }

    private static Task<bool> NotDecidedAsync(HallHost host, Case submitted) => host.UseAsync(async (HallDb db) =>
    {
        Assert.Equal((CaseState.Submitted, null), (submitted.State, submitted.Closing));
        Assert.False(await db.Set<Decision>().AnyAsync(d => d.CaseId == submitted.Id));
        Assert.False(await db.Set<Acceptance>().AnyAsync(a => a.CaseId == submitted.Id));
        Assert.False(await db.Set<Licence>().AnyAsync(l => l.CaseId == submitted.Id));
        Assert.Equal(ReferralCause.RegistryUnavailable, (await db.Set<Referral>().SingleAsync(r => r.CaseId == submitted.Id)).Cause);
        var lookup = await db.Set<Lookup>().SingleAsync(l => l.CaseId == submitted.Id && l.Registry == "criminal");
        Assert.True(lookup.Status is LookupStatus.Unavailable or LookupStatus.Untrusted);
        Assert.Equal((null, null), (lookup.Record, lookup.Evidence));
        return true;
    });

    private static Task<bool> NothingLostAsync(HallHost host, Case submitted) => host.UseAsync(async (HallDb db) =>
    {
        var handedIn = await db.Set<Submission>().SingleAsync(s => s.CaseId == submitted.Id);
        Assert.Contains("人才集体户", handedIn.Answers);
        Assert.Equal(submitted.Answers, handedIn.Answers);
        Assert.Single(await db.Set<IssuedDocument>().Where(d => d.CaseId == submitted.Id).ToListAsync());
        var events = await db.Set<ProceedingEntry>().Where(e => e.CaseId == submitted.Id).Select(e => e.Event).ToListAsync();
        Assert.Contains(nameof(CaseSubmitted), events);
        Assert.Contains(nameof(CaseReferred), events);
        return true;
    });

    /// <summary>In the in-box, on the telephone, and on the case's page, with the reason.</summary>
    private static async Task ToldAsync(HallHost host, Case submitted)
    {
        var (message, account) = await host.UseAsync(async (HallDb db) => (
            await db.Set<Message>().SingleAsync(m => m.CaseId == submitted.Id), await db.Set<Account>().SingleAsync(a => a.Id == submitted.ApplicantId)));
        Assert.Contains(submitted.Number!, message.BodyZh);
        Assert.Contains("由工作人员办理", message.BodyZh);
        Assert.Contains(message.BodyZh, (await HallHost.UntilAsync(() => Task.FromResult(host.Sandbox.Messages.FirstOrDefault(m => m.Id == message.Id.ToString())))).Text);
        using var visitor = new Visitor(host.Address);
        await visitor.SignInAsync(account.CitizenNumber, DemoCity.Password);
        var page = (await visitor.GetAsync($"/my/cases/{submitted.Id}")).Body;
        Assert.Contains("现在查不到犯罪记录库", page);
        Assert.Contains("由工作人员", page);
    }
}

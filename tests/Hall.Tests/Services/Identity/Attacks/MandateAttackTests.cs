using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Mandates;
using Tongban.Hall.Services.Identity.Privacy;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Services.Identity.Attacks;

/// <summary>Mandates: forged, expired, widened, taken over, and revoked while they are being used.</summary>
public class MandateAttackTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task AnothersMandate_OrNone_LetsNobodyAct(string database)
    {
        await using var host = databases.Start(database);
        var firm = await BoundFirm.BindAsync(host);
        var mandate = await firm.AppointAsync();
        var stranger = await Residents.NamedAsync(host, "陈静怡");
        using var browser = await SignedInPerson.AsAsync(host, stranger.Name);

        foreach (var id in new[] { mandate.Id, firm.Mandate.Id, Guid.NewGuid() })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync("/my/acting", "/my/acting", ("mandate", id.ToString()))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/my/mandates/{id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/my/mandates/{id}/sign")).Status);
            // Whoever could write his own proceeding is still stopped within the step.
            Assert.Equal(Refusals.MandateOver, (await Assert.ThrowsAsync<RefusedException>(() => BeginAsync(host, stranger, new Behalf(firm.Party.Id, id)))).Refusal);
        }
        Assert.Empty(await host.UseAsync((HallDb db) => db.Set<Case>().ToListAsync()));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task RightMandate_ForAnotherParty_IsNoMandate(string database)
    {
        await using var host = databases.Start(database);
        var firm = await BoundFirm.BindAsync(host);
        var mandate = await firm.AppointAsync();
        var agent = await Residents.NamedAsync(host, BoundFirm.Clerk);
        var victim = await Residents.NamedAsync(host, "陈静怡");

        Assert.Equal(Refusals.MandateOver, (await Assert.ThrowsAsync<RefusedException>(() => BeginAsync(host, agent, new Behalf(victim.Id, mandate.Id)))).Refusal);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task ExpiredMandate_EndsAtMidnight_InTheMiddleOfASession(string database)
    {
        var chores = new Chores(new Clock());
        await using var host = chores.On(databases.Prepare(database)).With("Hall:SignIn:Idle", "10.00:00:00").With("Hall:SignIn:Longest", "10.00:00:00").Start();
        var firm = await BoundFirm.BindAsync(host);
        var mandate = await firm.AppointAsync(until: BoundFirm.Today(host));
        var agent = await Residents.NamedAsync(host, BoundFirm.Clerk);
        using var browser = await BoundFirm.ActingAsync(host, BoundFirm.Clerk, mandate.Id);
        var token = await browser.TokenAsync($"/apply/{BoundFirm.Item}");

        // Minutes after midnight in the city.
        chores.Clock.Advance(TimeSpan.FromDays(1) - StaffDoor.Now(host).ToOffset(TimeSpan.FromHours(8)).TimeOfDay + TimeSpan.FromMinutes(2));

        var refused = await browser.PostAsync($"/apply/{BoundFirm.Item}", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
        Assert.Contains("没有办", refused.Words);
        Assert.Equal(Refusals.MandateOver, (await Assert.ThrowsAsync<RefusedException>(() => BeginAsync(host, agent, new Behalf(firm.Party.Id, mandate.Id)))).Refusal);
        Assert.Empty(await host.UseAsync((HallDb db) => db.Set<Case>().ToListAsync()));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task NarrowMandate_IsNotWidened_ByAddressOrByVerb(string database)
    {
        await using var host = databases.Start(database);
        var firm = await BoundFirm.BindAsync(host);
        var mandate = await firm.AppointAsync(actions: MandateActions.Fill, items: ["another-item"]);
        var agent = await Residents.NamedAsync(host, BoundFirm.Clerk);
        var foreign = (await BeginAsync(host, firm.Representative, new Behalf(firm.Party.Id, firm.Mandate.Id))).Value!;
        using var browser = await BoundFirm.ActingAsync(host, BoundFirm.Clerk, mandate.Id);

        Assert.Contains("不包括", (await browser.GetAsync($"/apply/{BoundFirm.Item}")).Words);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/apply/case/{foreign.Id}/use")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/my/cases/{foreign.Id}")).Status);
        Assert.DoesNotContain(foreign.Id.ToString(), (await browser.GetAsync("/firm")).Body);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/my/mandates/new")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/firm/agents")).Status);
        Assert.Equal(Refusals.OutsideMandate, (await BeginAsync(host, agent, new Behalf(firm.Party.Id, mandate.Id))).Refusal);
        Assert.Equal(Refusals.OutsideMandate, (await host.UseAsync((Applications a) => a.SaveAsync(Page(foreign), firm.By(agent, mandate)))).Refusal);
        // Nor may an agent give what he has.
        var options = new OfferOptions { AgentName = "陈静怡", AgentNumber = ApiClient.Number("陈静怡"), Actions = MandateActions.All, Until = BoundFirm.Today(host).AddDays(9) };
        Assert.Equal(Refusals.NotYoursToGive, (await host.UseAsync(async (Tongban.Hall.Services.Identity.Mandates.Mandates m) =>
            await m.OfferAsync(options, firm.Party, (await m.TextAsync(options, firm.Party)).Hash, firm.By(agent, mandate)))).Refusal);
    }

    [Fact]
    public async Task WordsChangedBetweenReadingAndSigning_AreNotSigned_ByEitherSide()
    {
        await using var host = databases.Start("sqlite");
        var firm = await BoundFirm.BindAsync(host);
        using var head = await BoundFirm.ActingAsync(host, BoundFirm.Head, firm.Mandate.Id);
        (string, string)[] Form(string until) => [("Name", BoundFirm.Clerk), ("Number", ApiClient.Number(BoundFirm.Clerk)), ("May", "Fill"), ("Reach", "all"), ("Until.y", until), ("Until.m", "6"), ("Until.d", "30")];
        var year = BoundFirm.Today(host).Year + 1;
        var words = await head.PostAsync("/my/mandates/new", "/my/mandates/new", Form($"{year}"));

        var changed = await head.PostAsync("/my/mandates/new?handler=Sign", "/my/mandates/new", [.. Form($"{year + 1}"), ("Hash", words.Hidden("Hash"))]);

        Assert.Equal(HttpStatusCode.Conflict, changed.Status);
        Assert.Contains($"{year + 1}-06-30", changed.Words);
        var agent = await Residents.NamedAsync(host, BoundFirm.Clerk);
        var offer = await firm.OfferAsync(agent);
        using var browser = await SignedInPerson.AsAsync(host, agent.Name);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.PostAsync($"/my/mandates/{offer.Id}/sign", $"/my/mandates/{offer.Id}/sign", ("hash", words.Hidden("Hash")))).Status);
        Assert.Equal(MandateState.Offered, (await firm.ReadAsync(offer.Id)).State);
    }

    [Fact]
    public async Task OfferToANumberWithAnotherName_IsFoundByNobody_AndAnswersTheSame()
    {
        await using var host = databases.Start("sqlite");
        var firm = await BoundFirm.BindAsync(host);
        var chen = await Residents.NamedAsync(host, "陈静怡");
        var offer = await firm.OfferAsync(new Account { Name = "别的名字", CitizenNumber = chen.CitizenNumber });
        using var browser = await SignedInPerson.AsAsync(host, chen.Name);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/my/mandates/{offer.Id}/sign")).Status);
        Assert.Equal(MandateState.Offered, offer.State);
    }

    [Fact]
    public async Task FormOpenedForOne_IsNotFiledForAnother_AndWhatWasTypedIsShown()
    {
        await using var host = databases.Start("sqlite");
        var firm = await BoundFirm.BindAsync(host);
        var draft = (await BeginAsync(host, firm.Representative, new Behalf(firm.Party.Id, firm.Mandate.Id))).Value!;
        using var browser = await BoundFirm.ActingAsync(host, BoundFirm.Head, firm.Mandate.Id);
        var page = $"/apply/case/{draft.Id}/use";
        var token = await browser.TokenAsync(page);
        await browser.PostAsync("/my/acting", "/my/acting");

        var refused = await browser.PostAsync(page, new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("用途", "其他"), new("用途说明", "参加招标会"), new("version", "0")]));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("换了代办的对象", refused.Words);
        Assert.Contains("参加招标会", refused.Words);
        Assert.Equal(0, (await host.UseAsync((HallDb db) => db.Set<Case>().SingleAsync(c => c.Id == draft.Id))).Version);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Revoked_InTheMiddleOfManySteps_NothingIsWrittenAfterTheEnd(string database)
    {
        await using var host = databases.Start(database);
        await using var another = host.Another();
        var firm = await BoundFirm.BindAsync(host);
        var mandate = await firm.AppointAsync();
        var agent = await Residents.NamedAsync(host, BoundFirm.Clerk);

        var steps = Enumerable.Range(0, 64).Select(async i =>
        {
            if (i == 20)
            {
                Assert.True((await firm.EndAsync(mandate)).Ok);
                return (bool?)null;
            }
            try
            {
                return (await BeginAsync(i % 2 == 0 ? host : another, agent, new Behalf(firm.Party.Id, mandate.Id))).Ok;
            }
            catch (RefusedException)
            {
                return false;
            }
        }).ToList();
        var done = (await Task.WhenAll(steps)).Count(ok => ok == true);

        await host.UseAsync(async (HallDb db) =>
        {
            Assert.Equal(done, await db.Set<Case>().CountAsync());
            Assert.Equal(MandateState.Ended, (await db.Set<Mandate>().SingleAsync(m => m.Id == mandate.Id)).State);
            // And from now on, never again.
            await Assert.ThrowsAsync<RefusedException>(() => BeginAsync(another, agent, new Behalf(firm.Party.Id, mandate.Id)));
            return true;
        });
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task EndOfAMandate_WaitsForTheStepThatUsesIt_AndTheStepsBehindItAreRefused(string database)
    {
        await using var host = databases.Start(database);
        await using var another = host.Another();
        var firm = await BoundFirm.BindAsync(host);
        var mandate = await firm.AppointAsync();
        var agent = await Residents.NamedAsync(host, BoundFirm.Clerk);
        var (entered, go) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var order = new System.Collections.Concurrent.ConcurrentQueue<string>();

        var step = host.Services.GetRequiredService<GroupCommit>().RunAsync(firm.By(agent, mandate), async writing =>
        {
            Assert.Null(writing.Forbids(MandateActions.Fill, BoundFirm.Item));
            entered.TrySetResult();
            await go.Task;
        }).ContinueWith(_ => order.Enqueue("step"), TaskScheduler.Default);
        await entered.Task;
        var end = another.UseAsync((Tongban.Hall.Services.Identity.Mandates.Mandates m) => m.EndAsync(mandate.Id, firm.Party, null, firm.By(firm.Representative, firm.Mandate))).ContinueWith(t => { order.Enqueue("end"); return t.Result; }, TaskScheduler.Default);
        // The end can only come behind the step: while the step is held, it is not there.
        Assert.NotSame(end, await Task.WhenAny(end, Task.Delay(300, TestContext.Current.CancellationToken)));
        go.SetResult();
        await step;

        Assert.True((await end).Ok);
        Assert.Equal(["step", "end"], order);
    }

    [Fact]
    public async Task StepForAnother_ThatAsksNothing_IsNotWritten()
    {
        await using var host = databases.Start("sqlite");
        var firm = await BoundFirm.BindAsync(host);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => host.Services.GetRequiredService<GroupCommit>().RunAsync(firm.By(firm.Representative, firm.Mandate),
            writing => writing.Record(new DraftSaved(Guid.NewGuid(), "use", 1))));

        Assert.Contains("Forbids", error.Message);
    }

    [Fact]
    public async Task ClosedAccount_NeitherActsNorLetsAct()
    {
        var chores = new Chores(new Clock());
        await using var host = chores.On(databases.Prepare("sqlite")).Start();
        var firm = await BoundFirm.BindAsync(host);
        var mandate = await firm.AppointAsync();
        var agent = await Residents.NamedAsync(host, BoundFirm.Clerk);
        Assert.True((await host.UseAsync((AccountClosings closings) => closings.AskAsync(agent.Id, BoundFirm.Own(host, agent)))).Ok);

        chores.Clock.Advance(AccountClosing.CoolingOff + TimeSpan.FromMinutes(1));
        await DataExportTests.RunAsync(host);

        Assert.Equal((MandateState.Ended, MandateEnd.AccountClosed), await firm.ReadAsync(mandate.Id) is var m ? (m.State, m.EndedFor!.Value) : default);
        Assert.Equal(MandateState.Active, (await firm.ReadAsync(firm.Mandate.Id)).State);
    }

    private static SaveOptions Page(Case draft) => new() { CaseId = draft.Id, ApplicantId = draft.ApplicantId, Version = draft.Version, Section = "use", Answers = new() { ["用途"] = "投标" } };

    private static Task<Outcome<Case>> BeginAsync(HallHost host, Account person, Behalf behalf) => host.UseAsync((Applications applications) => applications.BeginAsync(new BeginOptions
    {
        Package = host.Services.GetRequiredService<PackageStore>().Find(BoundFirm.Item)!, ApplicantId = behalf.PartyId, ApplicantKind = PartyKind.Organisation, HandlerId = person.Id,
    }, BoundFirm.Own(host, person) with { For = behalf }));
}

using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Exchange;
using Tongban.Hall.Services.Identity.Mandates;
using Tongban.Hall.Services.Licences;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Services.Identity.Mandates;

/// <summary>Acting for a firm or a person, in browsers, from binding to the decision.</summary>
public class ActingTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Representative_BindsTheFirm_AppointsAnAgent_WhoIsGrantedItsCertificate_AndEveryStepSaysForWhom(string database)
    {
        await using var host = databases.Start(database);
        var firm = BoundFirm.Demo(host);
        using var head = await SignedInPerson.AsAsync(host, BoundFirm.Head);
        Assert.Equal("/my/organisations", (await head.PostAsync("/my/organisations", "/my/organisations", ("Code", firm.Code.ToLowerInvariant()))).Location);
        var mandate = await host.UseAsync((HallDb db) => db.Set<Mandate>().SingleAsync());
        Assert.Equal("/firm", (await head.PostAsync("/my/acting", "/my/acting", ("mandate", mandate.Id.ToString()))).Location);
        Assert.Contains(firm.Name, (await head.GetAsync("/")).Words);

        var number = ApiClient.Number(BoundFirm.Clerk);
        (string, string)[] form = [("Name", BoundFirm.Clerk), ("Number", number), ("May", "Fill"), ("May", "Submit"), ("May", "Results"), ("Reach", "some"), ("Items", BoundFirm.Item), ("Until.y", $"{BoundFirm.Today(host).Year + 1}"), ("Until.m", "6"), ("Until.d", "30")];
        var words = await head.PostAsync("/my/mandates/new", "/my/mandates/new", form);
        Assert.Contains("企业登记信息证明", words.Words);
        var offered = (await head.PostAsync("/my/mandates/new?handler=Sign", "/my/mandates/new", [.. form, ("Hash", words.Hidden("Hash"))])).Location!;

        using var agent = await SignedInPerson.AsAsync(host, BoundFirm.Clerk);
        Assert.Contains(firm.Name, (await agent.GetAsync("/my/mandates")).Words);
        var toSign = await agent.GetAsync($"{offered}/sign");
        Assert.Equal(words.Hidden("Hash"), toSign.Hidden("hash"));
        Assert.Equal(offered, (await agent.PostAsync($"{offered}/sign", $"{offered}/sign", ("hash", toSign.Hidden("hash")))).Location);
        Assert.Equal("/firm", (await agent.PostAsync("/my/acting", "/my/acting", ("mandate", offered.Split('/')[^1]))).Location);

        var caseId = await ApplyAsync(agent);
        var page = await agent.GetAsync($"/my/cases/{caseId}");
        Assert.Contains(firm.Name, page.Words);
        Assert.Contains("已准予", page.Words);
        await host.UseAsync(async (HallDb db) =>
        {
            var found = await db.Set<Case>().SingleAsync(c => c.Id == caseId);
            var agentId = (await Residents.NamedAsync(host, BoundFirm.Clerk)).Id;
            Assert.Equal((mandate.PartyId, PartyKind.Organisation, agentId), (found.ApplicantId, found.ApplicantKind, found.HandlerId!.Value));
            var entries = await db.Set<ProceedingEntry>().Where(p => p.CaseId == caseId).ToListAsync();
            Assert.NotEmpty(entries);
            Assert.All(entries.Where(e => e.ActorKind == ActorKind.Citizen), e => Assert.Equal((mandate.PartyId, Guid.Parse(offered.Split('/')[^1]), agentId.ToString()), (e.PartyId!.Value, e.MandateId!.Value, e.ActorId)));
            Assert.All(entries.Where(e => e.PartyId is not null), e => Assert.True(JsonDocument.Parse(e.Leaf).RootElement.TryGetProperty("for", out _)));
            Assert.Equal(mandate.PartyId, (await db.Set<Licence>().SingleAsync()).HolderId);
            Assert.All(await db.Set<Lookup>().Where(l => l.CaseId == caseId).ToListAsync(), l => Assert.Equal(("business", mandate.PartyId), (l.Registry, l.SubjectId)));
            return true;
        });
        // The representative sees what was done, and by whom.
        Assert.Contains(BoundFirm.Clerk, (await head.GetAsync("/firm/agents")).Words);
        Assert.Contains($"{BoundFirm.Clerk} 代办", (await head.GetAsync($"/my/cases/{caseId}")).Words);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Guardian_EnteredAtAWindow_ActsForTheChild_UntilTheDayBeforeItIsOfAge(string database)
    {
        var chores = new Chores(new Clock());
        await using var host = chores.On(databases.Prepare(database)).Start();
        using var clerk = await StaffDoor.SignedInAsync(host, "S2001");
        var (child, father) = (ApiClient.Number("谢小军"), ApiClient.Number("谢伟"));

        var entered = await clerk.PostAsync("/staff/mandates", "/staff/mandates", ("Kind", "Guardian"), ("PartyName", "谢小军"), ("PartyNumber", child), ("AgentName", "谢伟"), ("AgentNumber", father),
            ("May", "Fill"), ("May", "Submit"), ("May", "Results"), ("Papers", "户口簿、出生医学证明"));

        Assert.Contains("已登记", entered.Words);
        var mandate = await host.UseAsync((HallDb db) => db.Set<Mandate>().SingleAsync());
        Assert.Equal(new DateOnly(int.Parse(child.AsSpan(6, 4), System.Globalization.CultureInfo.InvariantCulture) + 18, 7, 20), mandate.Until);
        using var guardian = await BoundFirm.ActingAsync(host, "谢伟", mandate.Id);
        Assert.Contains("谢小军", (await guardian.GetAsync("/apply/no-criminal-record")).Words);

        // Whoever comes with the child's card may end it; the same clerk sees whom it concerns only by half.
        var found = await clerk.PostAsync("/staff/mandates?handler=Find", "/staff/mandates", ("PartyNumber", child));
        Assert.Contains(mandate.Id.ToString(), found.Body);
        Assert.DoesNotContain("谢伟", found.Words);

        chores.Clock.Advance(TimeSpan.FromDays(mandate.Until!.Value.DayNumber - BoundFirm.Today(host).DayNumber + 1));
        using var late = await SignedInPerson.AsAsync(host, "谢伟");
        Assert.Null((await late.PostAsync("/my/acting", "/my/account", ("mandate", mandate.Id.ToString()))).Location);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task MandateEndedAtAWindow_EndsTheSessionThatActsByIt(string database)
    {
        await using var host = databases.Start(database);
        var (mother, daughter) = (await Residents.NamedAsync(host, "梁秀英"), await Residents.NamedAsync(host, "陈静怡"));
        var mandate = await MandateGiver.GiveAsync(host, mother, daughter);
        using var acting = await BoundFirm.ActingAsync(host, daughter.Name, mandate.Id);
        Assert.Contains("梁秀英", (await acting.GetAsync("/apply/old-age-allowance")).Words);
        using var clerk = await StaffDoor.SignedInAsync(host, "S2001");

        Assert.Contains("已结束", (await clerk.PostAsync("/staff/mandates?handler=End", "/staff/mandates", ("mandate", mandate.Id.ToString()))).Words);

        Assert.DoesNotContain("梁秀英", (await acting.GetAsync("/apply/old-age-allowance")).Words);
        Assert.Equal(MandateEnd.AtWindow, (await host.UseAsync((HallDb db) => db.Set<Mandate>().SingleAsync())).EndedFor);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task ChangeInTheRegister_EndsTheFormerRepresentative_AndLeavesTheAgents(string database)
    {
        var chores = new Chores(new Clock());
        await using var host = chores.On(databases.Prepare(database)).Start();
        var firm = await BoundFirm.BindAsync(host);
        var agent = await firm.AppointAsync();
        using var former = await BoundFirm.ActingAsync(host, BoundFirm.Head, firm.Mandate.Id);
        Assert.Equal(HttpStatusCode.OK, (await former.GetAsync("/firm/agents")).Status);

        Assert.True(host.Sandbox.Firms.Succeed(BoundFirm.Demo(host).Code, ApiClient.Number(BoundFirm.Successor), BoundFirm.Today(host)));
        using var successor = await SignedInPerson.AsAsync(host, BoundFirm.Successor);
        Assert.Equal("/my/organisations", (await successor.PostAsync("/my/organisations", "/my/organisations", ("Code", BoundFirm.Demo(host).Code))).Location);

        // At the very next request, without signing in anew.
        Assert.Equal(HttpStatusCode.NotFound, (await former.GetAsync("/firm/agents")).Status);
        Assert.Contains("授权已经结束", (await former.GetAsync("/my")).Words);
        Assert.Equal((MandateState.Ended, MandateEnd.Succession), await host.UseAsync(async (HallDb db) => await db.Set<Mandate>().SingleAsync(m => m.Id == firm.Mandate.Id) is var m ? (m.State, m.EndedFor!.Value) : default));
        Assert.Equal(MandateState.Active, (await firm.ReadAsync(agent.Id)).State);
        var own = await host.UseAsync((HallDb db) => db.Set<Mandate>().SingleAsync(m => m.Kind == MandateKind.LegalRepresentative && m.State == MandateState.Active));
        await successor.PostAsync("/my/acting", "/my/acting", ("mandate", own.Id.ToString()));
        Assert.Equal($"/my/mandates/{agent.Id}", (await successor.PostAsync($"/my/mandates/{agent.Id}?handler=End", $"/my/mandates/{agent.Id}")).Location);
        Assert.Equal(MandateState.Ended, (await firm.ReadAsync(agent.Id)).State);
    }

    [Fact]
    public async Task DailyRound_FollowsTheRegister_AndAsksForTheNextRoundOnce()
    {
        var chores = new Chores(new Clock());
        await using var host = chores.On(databases.Prepare("sqlite")).Start();
        var firm = await BoundFirm.BindAsync(host);
        host.Sandbox.Firms.Succeed(BoundFirm.Demo(host).Code, ApiClient.Number(BoundFirm.Successor), BoundFirm.Today(host));

        chores.Clock.Advance(TimeSpan.FromHours(21));
        await DataExportTests.RunAsync(host);

        Assert.Equal(MandateState.Ended, (await firm.ReadAsync(firm.Mandate.Id)).State);
        Assert.Equal(1, await host.UseAsync((HallDb db) => db.Set<Tongban.Hall.Platform.Jobs.Job>().CountAsync(j => j.Kind == "CheckOrganisation" && j.State == Tongban.Hall.Platform.Jobs.JobState.Waiting)));
    }

    [Theory]
    [InlineData(0, "唐雪", "法定代表人不是您")]
    [InlineData(1, "方志远", "已经注销或者吊销")]
    public async Task Firm_ThatIsNotHis_OrHasEnded_IsNotBound(int index, string name, string because)
    {
        await using var host = databases.Start("sqlite");
        using var person = await SignedInPerson.AsAsync(host, name);

        var refused = await person.PostAsync("/my/organisations", "/my/organisations", ("Code", BoundFirm.Demo(host, index).Code));

        Assert.Contains(because, refused.Words);
        Assert.Empty(await host.UseAsync((HallDb db) => db.Set<Mandate>().ToListAsync()));
    }

    [Fact]
    public async Task RegisterThatIsDown_BindsNobody_AndWhatWasTypedIsKept()
    {
        await using var host = databases.Start("sqlite");
        host.Sandbox.Break("business", new Sandbox.Registries.Fault(Sandbox.Registries.FaultMode.Down));
        using var person = await SignedInPerson.AsAsync(host, BoundFirm.Head);
        var code = BoundFirm.Demo(host).Code;

        var refused = await person.PostAsync("/my/organisations", "/my/organisations", ("Code", code));

        Assert.Contains("现在没法核对", refused.Words);
        Assert.Contains($"value=\"{code}\"", refused.Body);
    }

    // The whole form, by the agent.
    private static async Task<Guid> ApplyAsync(Visitor agent)
    {
        var begun = (await agent.PostAsync($"/apply/{BoundFirm.Item}", $"/apply/{BoundFirm.Item}")).Location!;
        var caseId = Guid.Parse(begun.Split('/')[3]);
        var use = await agent.GetAsync(begun);
        await agent.PostAsync(begun, begun, ("version", use.Hidden("version")), ("用途", "投标"));
        var contact = $"/apply/case/{caseId}/contact";
        await agent.PostAsync(contact, contact, ("version", (await agent.GetAsync(contact)).Hidden("version")), ("手机号码", "13900000000"));
        var check = await agent.GetAsync($"/apply/case/{caseId}/check");
        var submitted = await agent.PostAsync($"/apply/case/{caseId}/check", $"/apply/case/{caseId}/check", ("version", check.Hidden("version")), ("shown", check.Hidden("shown")), ("key", check.Hidden("key")));
        Assert.Equal($"/my/cases/{caseId}", submitted.Location);
        return caseId;
    }
}

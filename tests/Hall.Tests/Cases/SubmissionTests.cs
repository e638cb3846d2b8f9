using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Licences;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Cases;

public class SubmissionTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task SixteenSubmitsAtOnce_GiveOneDecision_OneLicence_OneNumber(string database)
    {
        await using var host = databases.Start(database);
        var graduate = await new Graduate(host).FillInAsync();
        var shown = await graduate.ShownAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => graduate.SubmitAsync($"key-{i % 4}", shown)));

        Assert.Contains(outcomes, o => o.Ok);
        Assert.All(outcomes, o => Assert.True(o.Ok || o.Refusal.Code is "case.submitted" or "draft.stale"));
        Assert.Equal((1, 1, 1, 4), await host.UseAsync<HallDb, (int, int, int, int)>(async db => (
            await db.Set<Submission>().CountAsync(), await db.Set<Decision>().CountAsync(),
            await db.Set<Licence>().CountAsync(), await db.Set<IssuedDocument>().CountAsync())));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task SameKeyAgain_GivesTheSameCase_AnotherKey_IsRefused(string database)
    {
        await using var host = databases.Start(database);
        var graduate = await new Graduate(host).FillInAsync();
        var shown = await graduate.ShownAsync();
        var first = await graduate.SubmitAsync("k", shown);

        Assert.Equal(first.Value!.Number, (await graduate.SubmitAsync("k", shown)).Value!.Number);
        Assert.Equal("case.submitted", (await graduate.SubmitAsync("other", shown)).Refusal!.Code);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task StaleTab_IsRefused_AndTheSavedVersionStays(string database)
    {
        await using var host = databases.Start(database);
        var graduate = await new Graduate(host).FillInAsync();
        var version = graduate.Version;
        await graduate.SaveAsync(new() { ["手机号码"] = "13911111111" });

        var stale = await graduate.SaveAsync(new() { ["手机号码"] = "13922222222" }, version);

        Assert.Equal("draft.stale", stale.Refusal!.Code);
        Assert.Contains("13911111111", (await host.UseAsync<Applications, Case?>(a => a.FindAsync(graduate.CaseId, graduate.AccountId)))!.Answers);
    }

    [Fact]
    public async Task ChangedAfterItWasShown_IsNotSubmitted()
    {
        await using var host = databases.Start("sqlite");
        var graduate = await new Graduate(host).FillInAsync();
        var shown = await graduate.ShownAsync();
        await graduate.SaveAsync(new() { ["手机号码"] = "13911111111" });

        Assert.Equal("case.shown-differs", (await graduate.SubmitAsync("k", shown)).Refusal!.Code);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task FileThatSlipsIn_WhileSubmitting_IsShownOrRefused_NeverSilent(string database)
    {
        await using var host = databases.Start(database);
        for (var i = 0; i < 5; i++)
        {
            var graduate = await new Graduate(host).FillInAsync();
            var shown = await graduate.ShownAsync();
            var pdf = System.Text.Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n");
            var attach = host.UseAsync<Applications, bool>(async a => (await a.AttachAsync(new AttachOptions
            {
                CaseId = graduate.CaseId, ApplicantId = graduate.AccountId, Material = "host-consent", Name = "a.pdf", Content = new MemoryStream(pdf),
            }, graduate.Who)).Ok);
            var submit = graduate.SubmitAsync("k", shown);
            Assert.NotEqual(await attach, (await submit).Ok);
        }
    }

    [Fact]
    public async Task WhoAsksForAPerson_IsNotDecidedByRules()
    {
        await using var host = databases.Start("sqlite");
        var graduate = await new Graduate(host).FillInAsync();

        var outcome = await graduate.SubmitAsync(askPerson: true);

        Assert.Equal(CaseState.Submitted, outcome.Value!.State);
        Assert.Equal(ReferralCause.AskedByApplicant, await host.UseAsync<HallDb, ReferralCause>(db => db.Set<Referral>().Select(r => r.Cause).SingleAsync()));
    }

    [Fact]
    public async Task IncompleteAnswers_AreNamedFieldByField()
    {
        await using var host = databases.Start("sqlite");
        var graduate = await new Graduate(host).FillInAsync();
        await graduate.SaveAsync(new() { ["社区"] = null, ["手机号码"] = "123" });

        var refused = (await graduate.SubmitAsync()).Refusal!;

        Assert.Equal("answers.invalid", refused.Code);
        Assert.Equal(["手机号码", "社区"], refused.Fields.Keys.Order(StringComparer.Ordinal));
    }
}

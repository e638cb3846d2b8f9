using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Exchange;
using Tongban.Hall.Services.Identity.Privacy;
using Tongban.Hall.Services.Notices;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Services.Identity;

public class ConsentTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task WithdrawnPrefill_LeavesTheDraftUnasked_AndWithdrawnSms_LeavesTheInboxOnly(string database)
    {
        await using var host = databases.Start(database);
        var person = await Residents.NamedAsync(host, "林晓雯");
        using var visitor = new Visitor(host.Address);
        await visitor.SignInAsync(person.CitizenNumber, DemoCity.Password);
        foreach (var purpose in new[] { "Prefill", "Sms" })
            Assert.Equal("/my/consents", (await visitor.PostAsync("/my/consents", "/my/consents", ("purpose", purpose), ("given", "false"))).Location);

        Assert.Contains("您没有同意自动填表", (await visitor.GetAsync("/apply/graduate-settlement")).Words);
        await visitor.PostAsync("/apply/graduate-settlement", "/my/consents");
        Assert.Equal(0, await host.UseAsync((HallDb db) => db.Set<Lookup>().CountAsync(l => l.CaseId != null)));

        await (await new Graduate(host).FillInAsync()).SubmitAsync();
        Assert.Null((await host.UseAsync((HallDb db) => db.Set<Message>().SingleAsync(m => m.AccountId == person.Id && m.CaseId != null))).Mobile);
        Assert.Empty((await AccountClosingTests.ReportAsync(host)).Findings);

        await visitor.PostAsync("/my/consents", "/my/consents", ("purpose", "Prefill"), ("given", "true"));
        Assert.True(await host.UseAsync((Consents consents) => consents.HoldsAsync(person.Id, ConsentPurpose.Prefill)));
        Assert.Equal(3, await host.UseAsync((HallDb db) => db.Set<Consent>().CountAsync(c => c.AccountId == person.Id)));
    }
}

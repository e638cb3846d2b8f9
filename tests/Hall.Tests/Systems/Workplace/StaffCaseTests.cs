using System.Net;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.Workplace;

public class StaffCaseTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task PersonalData_IsMasked_UntilAReasonIsGiven_AndTheCitizenSeesBoth(string database)
    {
        await using var host = databases.Start(database);
        var his = await Belongings.OfAsync(host, "林晓雯");
        var page = $"/staff/cases/{his.Granted.Id}";
        using var officer = await StaffDoor.SignedInAsync(host, "S1001");

        var masked = await officer.GetAsync(page);
        Assert.Equal(HttpStatusCode.OK, masked.Status);
        Assert.DoesNotContain("林晓雯", masked.Body);
        Assert.DoesNotContain(his.CitizenNumber, masked.Body);
        Assert.Contains(Mask.CitizenNumber(his.CitizenNumber), masked.Body);
        Assert.Contains("至少 4 个字", (await officer.PostAsync(page, page, ("Reason", " 看 "))).Words);
        Assert.Equal(page, (await officer.PostAsync(page, page, ("Reason", "核对落户地址"))).Location);
        Assert.Contains(his.CitizenNumber, (await officer.GetAsync(page)).Body);

        // For this session only, and not for a colleague.
        using var colleague = await StaffDoor.SignedInAsync(host, "S1002");
        Assert.DoesNotContain(his.CitizenNumber, (await colleague.GetAsync(page)).Body);
        using var citizen = new Visitor(host.Address);
        await citizen.SignInAsync(his.CitizenNumber, DemoCity.Password);
        var seen = (await citizen.GetAsync("/my/data")).Words;
        Assert.Contains("毕业生接收处", seen);
        Assert.Contains("核对落户地址", seen);
        var events = await host.UseAsync((HallDb db) => db.Set<ProceedingEntry>().Where(p => p.CaseId == his.Granted.Id && p.ActorKind == ActorKind.Staff).ToListAsync());
        Assert.Equal(["CaseRead", "CaseRead", "PersonalDataUnmasked"], events.Select(e => e.Event).Order());
        Assert.All(events, e => Assert.Equal("11440300MB9T00011T", e.Office));
    }

    [Theory]
    [InlineData("S1001", HttpStatusCode.OK)]
    [InlineData("S1003", HttpStatusCode.OK)]
    [InlineData("S1101", HttpStatusCode.NotFound)]
    [InlineData("S2001", HttpStatusCode.OK)]
    [InlineData("S2002", HttpStatusCode.NotFound)]
    [InlineData("S3001", HttpStatusCode.OK)]
    [InlineData("S3002", HttpStatusCode.NotFound)]
    [InlineData("S4001", HttpStatusCode.NotFound)]
    [InlineData("S9001", HttpStatusCode.NotFound)]
    [InlineData("S9002", HttpStatusCode.NotFound)]
    [InlineData("S9003", HttpStatusCode.NotFound)]
    public async Task CaseOutOfReach_DoesNotExist_AndADraftForNobody(string number, HttpStatusCode expected)
    {
        await using var host = databases.Start("sqlite");
        var his = await Belongings.OfAsync(host, "林晓雯");
        using var staff = await StaffDoor.SignedInAsync(host, number);

        Assert.Equal(expected, (await staff.GetAsync($"/staff/cases/{his.Granted.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/staff/cases/{his.Draft.Id}")).Status);
        Assert.Equal(expected == HttpStatusCode.OK, (await staff.GetAsync("/staff")).Body.Contains(his.Granted.Number!, StringComparison.Ordinal));
    }
}

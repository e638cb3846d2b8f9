using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Mandates;
using Tongban.Hall.Services.Identity.Organisations;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.Access;

/// <summary>Those who knock in another's name.</summary>
internal static class Acting
{
    private static readonly Dictionary<(bool Narrow, bool Expired), string> Agents = new() { [(false, false)] = "吴思远", [(true, false)] = "黄嘉敏", [(false, true)] = "许浩然" };

    public static async Task<Visitor> ForAsync(HallHost host, string owner, bool narrow = false, bool expired = false)
    {
        var agent = await Residents.NamedAsync(host, Agents[(narrow, expired)]);
        var mandate = await MandateGiver.GiveAsync(host, await Residents.NamedAsync(host, owner), agent, narrow ? ["no-criminal-record"] : null);
        var visitor = await BoundFirm.ActingAsync(host, agent.Name, mandate.Id);
        // Since yesterday, while he acted.
        if (expired) await host.UseAsync((HallDb db) => db.Set<Mandate>().Where(m => m.Id == mandate.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Until, BoundFirm.Today(host).AddDays(-1))));
        return visitor;
    }

    /// <summary>Everybody of the firm acts for it, and then it changes hands.</summary>
    public static async Task PrepareAsync(HallHost host)
    {
        foreach (var name in new[] { BoundFirm.Head, BoundFirm.Clerk })
        {
            var mandate = await MandateOfAsync(host, name);
            Waiting[name] = await BoundFirm.ActingAsync(host, name, mandate.Id);
        }
        Assert.True(host.Sandbox.Firms.Succeed(BoundFirm.Demo(host).Code, ApiClient.Number(BoundFirm.Successor), BoundFirm.Today(host)));
        var successor = await Residents.NamedAsync(host, BoundFirm.Successor);
        var bound = await host.UseAsync((Organisations o) => o.BindAsync(BoundFirm.Demo(host).Code, successor, BoundFirm.Own(host, successor)));
        Waiting[BoundFirm.Successor] = await BoundFirm.ActingAsync(host, BoundFirm.Successor, bound.Value!.Id);
    }

    public static Task<Visitor> ForFirmAsync(HallHost host, string name) => Task.FromResult(Waiting[name]);

    private static readonly Dictionary<string, Visitor> Waiting = [];

    private static async Task<Mandate> MandateOfAsync(HallHost host, string name)
    {
        var person = await Residents.NamedAsync(host, name);
        return await host.UseAsync((HallDb db) => db.Set<Mandate>().SingleAsync(m => m.AgentId == person.Id));
    }
}

/// <summary>What a firm has in the hall: a draft, a granted case with its document, an agent's mandate.</summary>
public sealed record FirmBelongings(Case Draft, Case Granted, Guid DocumentId, Guid MandateId)
{
    public static async Task<FirmBelongings> OfAsync(HallHost host)
    {
        var firm = await BoundFirm.BindAsync(host);
        await firm.AppointAsync();
        // One that nobody here acts by: it will be ended.
        var mandate = await firm.AppointAsync("何俊峰");
        var (granted, draft) = (await firm.FileAsync(submit: true), await firm.FileAsync(submit: false));
        return await host.UseAsync(async (HallDb db) => new FirmBelongings(draft, granted,
            await db.Set<Hall.Services.Licences.IssuedDocument>().Where(d => d.CaseId == granted.Id).Select(d => d.Id).FirstAsync(), mandate.Id));
    }

    /// <summary>Null: nothing of a firm's is there.</summary>
    public string? AddressOf(string route) => route switch
    {
        "my/cases/{id:guid}" => $"/my/cases/{Granted.Id}",
        "my/documents/{id:guid}.pdf" => $"/my/documents/{DocumentId}.pdf",
        "apply/case/{id:guid}/{section:regex(^(?!check$).+)}" => $"/apply/case/{Draft.Id}/use",
        "apply/case/{id:guid}/check" => $"/apply/case/{Draft.Id}/check",
        "my/mandates/{id:guid}" => $"/my/mandates/{MandateId}",
        "staff/cases/{id:guid}" => $"/staff/cases/{Granted.Id}",
        "apply/{item:regex(^(?!case$).+)}" => $"/apply/{BoundFirm.Item}",
        _ => null,
    };
}

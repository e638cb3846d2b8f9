using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Mandates;
using Verbs = Tongban.Hall.Services.Identity.Mandates.Mandates;

namespace Tongban.Hall.Tests.Support;

/// <summary>People who let others act for them.</summary>
public static class MandateGiver
{
    public static async Task<Mandate> OfferAsync(HallHost host, Account giver, Account agent, IReadOnlyList<string>? items = null)
    {
        var options = new OfferOptions { AgentName = agent.Name, AgentNumber = agent.CitizenNumber, Actions = MandateActions.All, Items = items, Until = BoundFirm.Today(host).AddDays(30) };
        return (await host.UseAsync(async (Verbs verbs) => await verbs.OfferAsync(options, giver.Id, (await verbs.TextAsync(options, giver.Id)).Hash, BoundFirm.Own(host, giver)))).Value!;
    }

    public static async Task<Mandate> GiveAsync(HallHost host, Account giver, Account agent, IReadOnlyList<string>? items = null)
    {
        var offer = await OfferAsync(host, giver, agent, items);
        return (await host.UseAsync((Verbs verbs) => verbs.AnswerAsync(offer.Id, agent.Id, accept: true, offer.TextHash, BoundFirm.Own(host, agent)))).Value!;
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity.Mandates;

namespace Tongban.Hall.Systems.HomePages.Mandates;

/// <summary>A person's mandates, both ways.</summary>
[Authorize, SelfOnly]
public sealed class MandatesPage(Services.Identity.Mandates.Mandates mandates, Representation representation, Request request) : PageModel
{
    [FromQuery(Name = "before")] public Guid? Before { get; set; }

    public IReadOnlyList<MandateLine> Given { get; private set; } = [];
    public IReadOnlyList<MandateLine> Received { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var own = request.AccountId!.Value;
        Given = [.. (await mandates.GivenByAsync(own, Before)).Select(m => new MandateLine(m, m.AgentName))];
        var received = new List<MandateLine>();
        foreach (var mandate in await mandates.OfAgentAsync(own)) received.Add(new(mandate, (await representation.NameAsync(mandate.PartyId, mandate.PartyKind)).Name));
        Received = received;
    }
}

/// <summary>A mandate in a list.</summary>
/// <param name="Other">Name of the other side.</param>
public sealed record MandateLine(Mandate Mandate, string Other)
{
    public Guid Id => Mandate.Id;
}

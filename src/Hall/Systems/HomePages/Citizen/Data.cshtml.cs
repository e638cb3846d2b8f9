using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Exchange;
using Tongban.Hall.Services.Identity.RealName;
using Tongban.Hall.Services.Identity.Window;

namespace Tongban.Hall.Systems.HomePages.Citizen;

[Authorize]
public sealed class DataPage(Exchange exchange, RealNames realNames, AccessRecords access, WindowAccounts window, Request request) : PageModel
{
    public IReadOnlyList<Lookup> Lookups { get; private set; } = [];

    public IReadOnlyList<RealNameCheck> Checks { get; private set; } = [];

    /// <summary>Members of staff who opened this person's cases.</summary>
    public IReadOnlyList<Look> Looks { get; private set; } = [];

    /// <summary>What clerks at a counter saw and did.</summary>
    public IReadOnlyList<VisitView> Visits { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Lookups = await exchange.AboutAsync(request.AccountId!.Value);
        Checks = await realNames.AboutAsync(request.AccountId.Value);
        Visits = await window.AboutAsync(request.AccountId.Value);
        Looks = await access.AboutAsync(request.AccountId.Value);
    }
}

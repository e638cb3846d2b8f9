using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Exchange;

namespace Tongban.Hall.Systems.HomePages.Citizen;

[Authorize]
public sealed class DataPage(Exchange exchange, Request request) : PageModel
{
    public IReadOnlyList<Lookup> Lookups { get; private set; } = [];

    public async Task OnGetAsync() => Lookups = await exchange.AboutAsync(request.AccountId!.Value);
}

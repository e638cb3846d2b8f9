using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Services.Supervision.Ledger;

namespace Tongban.Hall.Systems.OnlineHall.Ledger;

public sealed class LedgerPage(PublicLedger ledger) : PageModel
{
    public IReadOnlyList<LedgerCheckpoint> Checkpoints { get; private set; } = [];

    public string Origin => ledger.Origin;

    public async Task OnGetAsync() => Checkpoints = await ledger.RecentAsync(10);

    public IActionResult OnGetKey() => File(System.Text.Encoding.ASCII.GetBytes(ledger.PublicKey), "application/x-pem-file", "ledger.pem");
}
